package org.grappe.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Without TLS the service speaks HTTP/1.1 alone. A connection that is upgraded to HTTP/2 in the
 * middle of a request (h2c, which RFC 9113, 3.1, has given up) loses the body of that request once
 * it is received piece by piece, as files are; who asks for it is answered in HTTP/1.1.
 */
@ApplicationScoped
class ClearTextHttp implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
