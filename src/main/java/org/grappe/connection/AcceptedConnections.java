package org.grappe.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.util.function.Consumer;

/**
 * Sees each accepted connection, whatever server it is for, before anything of it is read. Vert.x
 * loads it as a service, so what it does with them is told later, by a bean.
 */
public final class AcceptedConnections implements VertxServiceProvider {
  private static volatile Consumer<Channel> act = connection -> {};

  static void each(Consumer<Channel> then) {
    act = then;
  }

  @Override
  public void init(VertxBuilder builder) {
    builder.findTransport(new Watched());
  }

  private static final class Watched extends JDKTransport {
    @Override
    public void configure(NetServerOptions options, boolean isLocal, ServerBootstrap bootstrap) {
      super.configure(options, isLocal, bootstrap);
      bootstrap.handler(new Acceptance());
    }
  }

  @ChannelHandler.Sharable
  private static final class Acceptance extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext server, Object connection) {
      act.accept((Channel) connection);
      server.fireChannelRead(connection);
    }
  }
}
