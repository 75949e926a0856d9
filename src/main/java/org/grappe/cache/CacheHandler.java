package org.grappe.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.grappe.config.Today;

/**
 * Answers public requests from memory, after it is known who asks and how often he may, and before
 * a resource is called. Who asks for what is being made for another waits for that, and holds
 * nothing meanwhile.
 */
@Singleton
class CacheHandler {
  /** After who calls is known. */
  private static final int ORDER = 30;

  private final ResponseCache cache;
  private final KnownHead head;
  private final Today today;

  CacheHandler(ResponseCache cache, KnownHead head, Today today) {
    this.cache = cache;
    this.head = head;
    this.today = today;
  }

  void register(@Observes Filters filters) {
    if (cache.isOn()) {
      filters.register(this::handle, ORDER);
    }
  }

  private void handle(RoutingContext exchange) {
    Optional<CacheKey> key = CacheKey.of(exchange, today.day());
    Optional<Version> version = key.flatMap(asked -> head.now());
    if (version.isPresent()) {
      answer(exchange, key.get(), version.get());
    } else {
      if (CacheKey.isRead(exchange.request())) {
        CacheStatus.bypassed(exchange);
      }
      exchange.next();
    }
  }

  private void answer(RoutingContext exchange, CacheKey key, Version version) {
    Optional<StoredResponse> stored = cache.get(key);
    if (stored.isPresent() && head.isCurrent(stored.get().version(), key)) {
      CacheStatus.hit(exchange);
      stored.get().send(exchange);
      return;
    }
    Optional<Fetch> other =
        cache.underWay(key).filter(fetch -> head.isCurrent(fetch.version(), key));
    if (other.isPresent()) {
      await(exchange, other.get());
    } else {
      CacheStatus.missed(exchange, stored.isPresent());
      cache.begin(key, version).follow(exchange);
      exchange.next();
    }
  }

  private void await(RoutingContext exchange, Fetch other) {
    Context here = Vertx.currentContext();
    exchange.request().pause();
    other.await(
        made ->
            here.runOnContext(
                now -> {
                  exchange.request().resume();
                  proceed(exchange, made);
                }));
  }

  private static void proceed(RoutingContext exchange, Optional<StoredResponse> made) {
    if (exchange.response().closed()) {
      return;
    }
    if (made.isPresent()) {
      CacheStatus.collapsed(exchange);
      made.get().send(exchange);
    } else {
      CacheStatus.missed(exchange, false);
      exchange.next();
    }
  }
}
