package org.grappe.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.grappe.config.GrappeConfig;

/**
 * What pages of other origins may do (Fetch standard, CORS protocol): any page reads what is
 * public; a page of a configured origin also writes and shows a credential.
 */
@Singleton
class CrossOrigin {
  /** All that the document tells of answers, but what every page may read (Fetch, 2.2.2). */
  private static final String EXPOSED =
      "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed,"
          + " X-Request-Id, Deprecation, Sunset, Cache-Status, Content-Disposition, Date, Allow,"
          + " Accept-Patch, Accept-Post, WWW-Authenticate";

  private static final String READING = "Accept, Accept-Language, If-None-Match, Last-Event-ID";
  private static final String WRITING =
      READING + ", Authorization, Content-Type, Idempotency-Key, If-Match";

  private final List<String> origins;

  CrossOrigin(GrappeConfig config) {
    origins = config.origins().orElse(List.of()).stream().map(String::strip).toList();
  }

  /** Says what a page may do; whether that was all which it asked for. */
  boolean answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return false;
    }
    MultiMap headers = context.response().headers();
    if (isPreflight(request)) {
      allow(headers, origins.contains(origin) ? origin : "*");
      context.response().setStatusCode(204).end();
      return true;
    }
    admit(request, origin, headers);
    return false;
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
