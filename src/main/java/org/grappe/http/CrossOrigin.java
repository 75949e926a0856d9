package org.grappe.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.grappe.config.GrappeConfig;

/**
 * What pages of other origins may do (Fetch standard, CORS protocol): any page reads what is
 * public; a page of a configured origin also writes and shows a credential.
 */
@ApplicationScoped
class CrossOrigin {
  private static final int ORDER = SafeHeaders.ORDER - 1;
  private static final String EXPOSED =
      "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed,"
          + " Content-Language, X-Request-Id, Deprecation, Sunset";
  private static final String READING = "Accept, Accept-Language, If-None-Match";
  private static final String WRITING =
      READING + ", Authorization, Content-Type, Idempotency-Key, If-Match";

  private final List<String> origins;

  CrossOrigin(GrappeConfig config) {
    origins = config.origins().orElse(List.of()).stream().map(String::strip).toList();
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, ORDER);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String origin = request.getHeader("Origin");
    MultiMap headers = context.response().headers();
    if (origin == null) {
      context.next();
    } else if (isPreflight(request)) {
      allow(headers, origins.contains(origin) ? origin : "*");
      context.response().setStatusCode(204).end();
    } else {
      admit(request, origin, headers);
      context.next();
    }
  }

  private static boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void allow(MultiMap headers, String origin) {
    boolean writes = !origin.equals("*");
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set(
        "Access-Control-Allow-Methods", writes ? "GET, HEAD, POST, PATCH, DELETE" : "GET, HEAD");
    headers.set("Access-Control-Allow-Headers", writes ? WRITING : READING);
    headers.set("Access-Control-Max-Age", "3600");
    headers.set("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  }

  /** What is read is the same for every origin, so that caches need not keep it for each. */
  private void admit(HttpServerRequest request, String origin, MultiMap headers) {
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    if (reads || origins.contains(origin)) {
      headers.set("Access-Control-Allow-Origin", reads ? "*" : origin);
      headers.set("Access-Control-Expose-Headers", EXPOSED);
    }
  }
}
