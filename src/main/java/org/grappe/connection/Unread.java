package org.grappe.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What one connection has of answers that its client has not taken yet. */
final class Unread extends ChannelOutboundHandlerAdapter {
  private final Outgoing all;
  private volatile ChannelHandlerContext self;
  private final AtomicLong bytes = new AtomicLong();
  private volatile long since;

  Unread(Outgoing all) {
    this.all = all;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    self = context;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise sent) {
    long size = size(message);
    if (size == 0) {
      var unused = context.write(message, sent);
      return;
    }
    grow(size);
    var unused = context.write(message, sent.unvoid().addListener(taken -> shrink(size)));
  }

  static long size(Object message) {
    if (message instanceof ByteBufHolder holder) {
      return holder.content().readableBytes();
    }
    return message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
  }

  private void grow(long size) {
    if (bytes.getAndAdd(size) == 0) {
      since = System.nanoTime();
    }
    all.grow(this, size);
  }

  private void shrink(long size) {
    bytes.addAndGet(-size);
    all.shrink(this, size);
  }

  boolean isEmpty() {
    return bytes.get() == 0;
  }

  long bytes() {
    return bytes.get();
  }

  long since() {
    return since;
  }

  void cut() {
    var unused = self.close();
  }

  /** A handler that cuts the connection where nothing is taken for so long. */
  IdleStateHandler watch(long millis) {
    return new IdleStateHandler(true, 0, millis, 0, TimeUnit.MILLISECONDS) {
      @Override
      protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        if (!isEmpty()) {
          var unused = context.close();
        }
      }
    };
  }
}
