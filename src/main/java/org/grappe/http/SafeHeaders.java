package org.grappe.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What every answer tells a browser not to do with it, whichever layer answers. */
@ApplicationScoped
class SafeHeaders {
  static final int ORDER = 20_000;
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** The page of the documentation shows itself with its own scripts and styles. */
  private static final String DOCUMENTATION =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; frame-ancestors 'none'";

  private final Clients clients;

  SafeHeaders(Clients clients) {
    this.clients = clients;
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, ORDER);
  }

  void registerForRefusals(@Observes Router router) {
    router.route().order(-ORDER).failureHandler(this::add);
  }

  private void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    String path = String.valueOf(context.request().path());
    boolean documents = path.equals("/docs") || path.startsWith("/docs/");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", documents ? DOCUMENTATION : NOTHING);
    headers.set("Referrer-Policy", "no-referrer");
    if (clients.isSecure(context.request())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }
}
