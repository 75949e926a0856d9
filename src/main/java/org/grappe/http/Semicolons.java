package org.grappe.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * A semicolon in a query is a character as any other, as in the URL Standard and in browsers; the
 * router would take it for a second {@code &}.
 */
final class Semicolons {
  private Semicolons() {}

  /** Has the parameters of the request read so, where one of them has any. */
  static void read(RoutingContext context) {
    String uri = context.request().uri();
    if (uri.indexOf(';') >= 0) {
      MultiMap parameters = context.queryParams().clear();
      new QueryStringDecoder(escaped(uri)).parameters().forEach(parameters::add);
    }
  }

  /** A query that nobody takes otherwise. */
  static String escaped(String query) {
    return query.replace(";", "%3B");
  }
}
