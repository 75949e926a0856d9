package org.grappe.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private final Unread unread = new Unread(new Outgoing(Long.MAX_VALUE));
  private final EmbeddedChannel connection =
      new EmbeddedChannel(
          unread,
          new Exchanges(
              defaults,
              unread,
              new Deadlines(defaults, unread, null),
              new Answered(new OpenAnswers(null))));

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

  /** An answer that the client has not begun to take. */
  private void answer(int length) {
    var unused =
        connection.write(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.wrappedBuffer(new byte[length])));
  }

  private void askFurther() {
    connection.writeInbound(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/api/v1/regions"),
        LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private void end() {
    connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    assertSame(LastHttpContent.EMPTY_LAST_CONTENT, connection.readInbound());
  }

  private void requireAsked() {
    connection.runPendingTasks();
    assertInstanceOf(HttpRequest.class, connection.readInbound());
    assertSame(LastHttpContent.EMPTY_LAST_CONTENT, connection.readInbound());
    assertNull(connection.readInbound());
  }

  @Test
  void a_further_request_is_handed_on_when_the_one_before_is_answered() {
    ask();
    end();
    askFurther();
    askFurther();
    assertNull(connection.readInbound());
    answer();
    requireAsked();
    answer();
    requireAsked();
    answer();
    askFurther();
    requireAsked();
  }

  @Test
  void who_asks_for_more_without_reading_what_he_has_is_left() {
    ask();
    end();
    askFurther();
    askFurther();
    answer(3 << 20);
    requireAsked();
    answer(3 << 20);
    requireAsked();
    assertTrue(connection.isOpen());
    answer(1);
    assertFalse(connection.isOpen());
  }

  @Test
  void one_long_answer_may_be_as_long_as_it_is_and_who_reads_may_ask_on() {
    ask();
    end();
    answer(100 << 20);
    askFurther();
    requireAsked();
    connection.flush();
    connection.releaseOutbound();
    answer(1);
    assertTrue(connection.isOpen());
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
