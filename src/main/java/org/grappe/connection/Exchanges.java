package org.grappe.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Requests and answers on one connection of HTTP/1: ends it where a head takes too long, where
 * nothing is asked, where the rest of a request that has been answered does not come, and where
 * more is asked, or answered, than is listened to. All of it happens on the connection's own
 * thread.
 */
final class Exchanges extends ChannelDuplexHandler {
  private final ConnectionsConfig times;
  private final Unread unread;
  private final byte[] tooLate;
  private ChannelHandlerContext self;
  private final Pipelined pipelined;
  private ScheduledFuture<?> alarm;
  private int unanswered;
  private boolean isReceiving;
  private boolean isHeadBegun;

  /**
   * For one connection.
   *
   * @param tooLate the answer that tells that a head took too long
   */
  Exchanges(ConnectionsConfig times, Unread unread, byte[] tooLate) {
    this.times = times;
    this.unread = unread;
    this.tooLate = tooLate;
    this.pipelined = new Pipelined(times.pipelined());
  }

  /** The handler that sees what comes before anything is made of it. */
  ChannelHandler bytes() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelActive(ChannelHandlerContext context) {
        if (isPlaced(context)) {
          expect(times.head(), Exchanges.this::endHead);
        }
        context.fireChannelActive();
      }

      @Override
      public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (isPlaced(context) && !isHeadBegun && !isReceiving) {
          isHeadBegun = true;
          if (unanswered == 0) {
            expect(times.head(), Exchanges.this::endHead);
          }
        }
        context.fireChannelRead(bytes);
      }
    };
  }

  /** With TLS, requests can be seen only once it is agreed which version of HTTP they are of. */
  private boolean isPlaced(ChannelHandlerContext context) {
    if (self == null) {
      ChannelPipeline handlers = context.pipeline();
      if (handlers.context(HttpResponseEncoder.class) != null) {
        String last = handlers.lastContext().name();
        handlers.addBefore(last, "unread", unread).addBefore(last, "exchanges", this);
      }
    }
    return self != null;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    self = context;
  }

  /** One request after the other: whoever goes away leaves no more than one to be answered. */
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!pipelined.holds(message, unanswered > 0)) {
      hand(context, message);
      return;
    }
    context.channel().config().setAutoRead(false);
    if (pipelined.isFull()) {
      close();
    }
  }

  private void handNext() {
    if (pipelined.isEmpty() || unanswered > 0) {
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
      isHeadBegun = false;
      isReceiving = true;
      unanswered++;
      disarm();
    }
    if (message instanceof LastHttpContent) {
      isReceiving = false;
      rest();
    }
    if (unanswered == 0 && message instanceof HttpContent rest) {
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
    var unused = context.write(message, sent);
    if (message instanceof LastHttpContent && !isInterim(message)) {
      unanswered--;
      rest();
      context.executor().execute(this::handNext);
    }
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  /** All has been answered: what comes next? */
  private void rest() {
    if (unanswered > 0) {
      return;
    }
    if (isReceiving) {
      expect(times.linger(), this::close);
    } else if (isHeadBegun) {
      expect(times.head(), this::endHead);
    } else {
      expect(times.idle(), this::endIdle);
    }
  }

  private void close() {
    var unused = self.close();
  }

  private void endIdle() {
    if (unread.isEmpty()) {
      close();
    } else {
      expect(times.idle(), this::endIdle);
    }
  }

  private void endHead() {
    if (!isHeadBegun) {
      close();
      return;
    }
    self.pipeline()
        .context(HttpResponseEncoder.class)
        .writeAndFlush(Unpooled.wrappedBuffer(tooLate))
        .addListener(ChannelFutureListener.CLOSE);
  }

  private void expect(Duration time, Runnable otherwise) {
    disarm();
    alarm = self.executor().schedule(otherwise, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void disarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    disarm();
    pipelined.release();
  }
}
