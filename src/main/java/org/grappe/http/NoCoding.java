package org.grappe.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * That nothing compresses an answer is noted in its head as {@code identity}, which is not for the
 * wire (RFC 9110, 8.4.1): whoever compresses bodies takes it away, but sees none of HEAD or a 304.
 */
final class NoCoding {
  private static final String IDENTITY = "identity";

  private NoCoding() {}

  static void add(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.method().equals(HttpMethod.HEAD)
        || request.headers().contains(HttpHeaders.IF_NONE_MATCH)) {
      context.addHeadersEndHandler(sent -> forget(context));
    }
  }

  private static void forget(RoutingContext context) {
    boolean hasBody =
        !context.request().method().equals(HttpMethod.HEAD)
            && context.response().getStatusCode() != 304;
    MultiMap headers = context.response().headers();
    if (!hasBody && headers.contains(HttpHeaders.CONTENT_ENCODING, IDENTITY, true)) {
      headers.remove(HttpHeaders.CONTENT_ENCODING);
    }
  }
}
