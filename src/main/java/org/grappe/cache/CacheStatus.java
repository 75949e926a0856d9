package org.grappe.cache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What is told of how memory was used for an answer (RFC 9211). */
final class CacheStatus {
  static final CharSequence HEADER = HttpHeaders.createOptimized("Cache-Status");
  private static final CharSequence HIT = HttpHeaders.createOptimized("grappe; hit");
  private static final CharSequence MISS = HttpHeaders.createOptimized("grappe; fwd=uri-miss");
  private static final CharSequence STALE = HttpHeaders.createOptimized("grappe; fwd=stale");
  private static final CharSequence BYPASS = HttpHeaders.createOptimized("grappe; fwd=bypass");
  private static final CharSequence COLLAPSED =
      HttpHeaders.createOptimized("grappe; fwd=uri-miss; collapsed");

  private CacheStatus() {}

  static void hit(RoutingContext exchange) {
    tell(exchange, HIT);
  }

  static void missed(RoutingContext exchange, boolean hasOlder) {
    tell(exchange, hasOlder ? STALE : MISS);
  }

  /** It was made for another who asked the same at the same time. */
  static void collapsed(RoutingContext exchange) {
    tell(exchange, COLLAPSED);
  }

  static void bypassed(RoutingContext exchange) {
    tell(exchange, BYPASS);
  }

  private static void tell(RoutingContext exchange, CharSequence status) {
    exchange.response().headers().set(HEADER, status);
  }
}
