package org.grappe.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a connection so that nothing more of what was said on it leaves this machine: a system sends
 * what a reader has not taken yet, some megabytes, after a connection was closed in peace.
 */
public final class Reset {
  private Reset() {}

  /** That of a request, whatever else is answered on it. */
  public static void of(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    if (connection instanceof ConnectionBase known) {
      of(known.channel());
    } else {
      connection.close();
    }
  }

  /** Without a farewell of TLS, which would wait for the reader. */
  public static void of(Channel connection) {
    connection.config().setOption(ChannelOption.SO_LINGER, 0);
    var unused = connection.pipeline().firstContext().close();
  }
}
