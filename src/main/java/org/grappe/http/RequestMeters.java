package org.grappe.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests by what the service knows. All series are there from the start, and nothing that
 * a caller makes up is so much as looked up in the registry, which forgets none of its keys.
 */
@Singleton
class RequestMeters {
  private final LongAdder active = new LongAdder();
  private final RequestTimers timers;

  RequestMeters(MeterRegistry registry, Routes routes) {
    registry.gauge("http.server.active.requests", active);
    this.timers = new RequestTimers(registry);
    routes.all().forEach(route -> timers.add(route.verb(), route.template()));
    Routes.PAGES.forEach(page -> timers.add("GET", page));
  }

  void begin() {
    active.increment();
  }

  /** Counts one that is over. */
  void count(RoutingContext context, Optional<String> template, long nanos) {
    active.decrement();
    boolean isAnswered = context.response().ended();
    Outcome outcome = Outcome.forStatus(isAnswered ? context.response().getStatusCode() : 499);
    timers.record(
        context.request().method().name(), template.or(() -> page(context)), outcome, nanos);
  }

  private static Optional<String> page(RoutingContext context) {
    String path = context.request().path() + "/";
    return Routes.PAGES.stream().filter(page -> path.startsWith(page + "/")).findFirst();
  }
}
