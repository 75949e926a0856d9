package org.grappe.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests by what the service knows. All series are there from the start, and nothing that
 * a caller makes up is so much as looked up in the registry, which forgets none of its keys.
 */
@ApplicationScoped
class RequestMeters {
  private static final String BEGAN = "grappe.began";

  private final Routes routes;
  private final LongAdder active = new LongAdder();
  private final RequestTimers timers;

  RequestMeters(MeterRegistry registry, Routes routes) {
    this.routes = routes;
    registry.gauge("http.server.active.requests", active);
    this.timers = new RequestTimers(registry);
    routes.all().forEach(route -> timers.add(route.verb(), route.template()));
    Routes.PAGES.forEach(page -> timers.add("GET", page));
  }

  void register(@Observes Filters filters) {
    filters.register(this::follow, RequestLog.ORDER);
  }

  /** What the router refuses before any filter has seen it counts too. */
  void registerForRefusals(@Observes Router router) {
    router.route().order(-RequestLog.ORDER).failureHandler(this::follow);
  }

  private void follow(RoutingContext context) {
    if (context.get(BEGAN) == null) {
      long began = System.nanoTime();
      context.put(BEGAN, began);
      active.increment();
      context.addEndHandler(ended -> count(context, began));
    }
    context.next();
  }

  private void count(RoutingContext context, long began) {
    active.decrement();
    boolean isAnswered = context.response().ended();
    Outcome outcome = Outcome.forStatus(isAnswered ? context.response().getStatusCode() : 499);
    timers.record(
        context.request().method().name(), template(context), outcome, System.nanoTime() - began);
  }

  private Optional<String> template(RoutingContext context) {
    String path = String.valueOf(context.request().path());
    return routes
        .template(context)
        .or(
            () ->
                Routes.PAGES.stream()
                    .filter(page -> (path + "/").startsWith(page + "/"))
                    .findFirst());
  }
}
