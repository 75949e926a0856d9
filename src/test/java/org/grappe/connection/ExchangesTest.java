package org.grappe.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** What becomes of a request's parts, before and after it has been answered. */
class ExchangesTest {
  private final ConnectionsConfig defaults =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(ConnectionsConfig.class)
          .build()
          .getConfigMapping(ConnectionsConfig.class);
  private final EmbeddedChannel connection =
      new EmbeddedChannel(
          new Exchanges(defaults, new Unread(new Outgoing(Long.MAX_VALUE)), new byte[0]));

  private void ask() {
    connection.writeInbound(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/api/v1/sources"));
    assertInstanceOf(HttpRequest.class, connection.readInbound());
  }

  private void answer() {
    connection.writeOutbound(
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
  }

  private static ByteBuf bytes() {
    return Unpooled.wrappedBuffer(new byte[100]);
  }

  @Test
  void a_body_is_handed_on_as_long_as_its_request_is_not_answered() {
    ask();
    DefaultHttpContent piece = new DefaultHttpContent(bytes());
    connection.writeInbound(piece);
    assertSame(piece, connection.readInbound());
    DefaultLastHttpContent last = new DefaultLastHttpContent(bytes());
    connection.writeInbound(last);
    assertSame(last, connection.readInbound());
  }

  @Test
  void what_still_comes_of_it_afterwards_is_let_go_by_but_its_end_is_told() {
    ask();
    answer();
    ByteBuf piece = bytes();
    connection.writeInbound(new DefaultHttpContent(piece));
    assertNull(connection.readInbound());
    assertEquals(0, piece.refCnt());
    ByteBuf last = bytes();
    connection.writeInbound(new DefaultLastHttpContent(last));
    assertSame(LastHttpContent.EMPTY_LAST_CONTENT, connection.readInbound());
    assertEquals(0, last.refCnt());
    ask();
  }
}
