package org.grappe.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;

/**
 * Sees what comes on one connection before anything is made of it, and has its requests watched
 * where they are of HTTP/1. With TLS, that is known only once it is agreed.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {
  private final Unread unread;
  private final Exchanges exchanges;
  private final Deadlines deadlines;
  private boolean isWatched;

  FirstBytes(Unread unread, Exchanges exchanges, Deadlines deadlines) {
    this.unread = unread;
    this.exchanges = exchanges;
    this.deadlines = deadlines;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (isWatched(context)) {
      deadlines.opened();
    }
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (isWatched(context)) {
      deadlines.bytesCame();
    }
    context.fireChannelRead(bytes);
  }

  private boolean isWatched(ChannelHandlerContext context) {
    ChannelPipeline handlers = context.pipeline();
    if (!isWatched && handlers.context(HttpResponseEncoder.class) != null) {
      String last = handlers.lastContext().name();
      handlers.addBefore(last, "unread", unread).addBefore(last, "exchanges", exchanges);
      isWatched = true;
    }
    return isWatched;
  }
}
