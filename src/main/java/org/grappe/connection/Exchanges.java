package org.grappe.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;

/**
 * Requests and answers on one connection of HTTP/1: keeps its {@link Deadlines}, and ends it where
 * more is asked, or answered, than is listened to. All of it happens on the connection's own
 * thread.
 */
final class Exchanges extends ChannelDuplexHandler {
  private final ConnectionsConfig times;
  private final Unread unread;
  private final Deadlines deadlines;
  private final Pipelined pipelined;
  private final Answered answered;
  private ChannelHandlerContext self;

  Exchanges(ConnectionsConfig times, Unread unread, Deadlines deadlines, Answered answered) {
    this.times = times;
    this.unread = unread;
    this.deadlines = deadlines;
    this.pipelined = new Pipelined(times.pipelined());
    this.answered = answered;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    self = context;
    deadlines.begin(context);
    answered.begin(context);
  }

  /** One request after the other: whoever goes away leaves no more than one to be answered. */
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!pipelined.holds(message, deadlines.isBusy())) {
      if (message instanceof HttpRequest && unread.isEmpty()) {
        answered.asked();
      }
      hand(context, message);
      return;
    }
    context.channel().config().setAutoRead(false);
    if (pipelined.isFull()) {
      close();
    }
  }

  private void handNext() {
    if (pipelined.isEmpty() || deadlines.isBusy()) {
      return;
    }
    self.channel().config().setAutoRead(true);
    pipelined.next().forEach(message -> hand(self, message));
    self.fireChannelReadComplete();
  }

  private void hand(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
        // it knows of no interim answer (RFC 9110, 10.1.1)
        request.headers().remove(HttpHeaderNames.EXPECT);
      }
      deadlines.headCame();
    }
    if (message instanceof LastHttpContent) {
      deadlines.requestCame();
    }
    if (!deadlines.isBusy() && message instanceof HttpContent rest) {
      letGoBy(context, rest);
    } else {
      context.fireChannelRead(message);
    }
  }

  /** What still comes of a request that has been answered: whoever read it may be keeping it. */
  private static void letGoBy(ChannelHandlerContext context, HttpContent rest) {
    rest.release();
    if (rest instanceof LastHttpContent) {
      context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise sent) {
    if (message instanceof HttpResponse && unread.bytes() > times.behind().asLongValue()) {
      ReferenceCountUtil.release(message);
      sent.setFailure(new ClosedChannelException());
      close();
      return;
    }
    if (message instanceof HttpResponse response
        && !response.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      // whatever version the request named
      response.setProtocolVersion(HttpVersion.HTTP_1_1);
    }
    answered.wrote(message, Unread.size(message));
    var unused = context.write(message, sent);
    if (message instanceof LastHttpContent && !isInterim(message)) {
      deadlines.answered();
      context.executor().execute(this::handNext);
    }
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  private void close() {
    var unused = self.close();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    deadlines.end();
    answered.end();
    pipelined.release();
  }
}
