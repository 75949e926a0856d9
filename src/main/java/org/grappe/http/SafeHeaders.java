package org.grappe.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** What every answer tells a browser not to do with it, whichever layer answers. */
@Singleton
class SafeHeaders {
  private static final CharSequence TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
  private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
  private static final CharSequence TRANSPORT =
      HttpHeaders.createOptimized("Strict-Transport-Security");
  private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");
  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence NOTHING =
      HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

  /**
   * The page of the documentation runs its own script, which writes its styles, and asks nobody
   * else.
   */
  private static final CharSequence DOCUMENTATION =
      HttpHeaders.createOptimized(
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
              + " data:; font-src 'self' data:; connect-src 'self'; base-uri 'none';"
              + " form-action 'none'; frame-ancestors 'none'");

  /** The page at the root runs scripts of this service alone; its drawing brings styles. */
  private static final CharSequence HOME =
      HttpHeaders.createOptimized(
          "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline';"
              + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

  private final Clients clients;

  SafeHeaders(Clients clients) {
    this.clients = clients;
  }

  void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    String path = String.valueOf(context.request().path());
    headers.set(TYPE_OPTIONS, NO_SNIFF);
    headers.set(POLICY, policy(path));
    headers.set(REFERRER, NO_REFERRER);
    if (clients.isSecure(context.request())) {
      headers.set(TRANSPORT, A_YEAR);
    }
  }

  /** One alone: browsers keep to all that they are told. */
  private static CharSequence policy(String path) {
    if (path.equals("/")) {
      return HOME;
    }
    return path.equals("/docs") || path.startsWith("/docs/") ? DOCUMENTATION : NOTHING;
  }
}
