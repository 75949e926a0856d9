package org.grappe.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests by what the service knows. All series are there from the start, and nothing that
 * a caller makes up is so much as looked up in the registry, which forgets none of its keys.
 */
@ApplicationScoped
class RequestMeters {
  static final String REQUESTS = "http.server.requests";
  static final String OTHER = "OTHER";
  private static final String BEGAN = "grappe.began";

  /** The classes of status, by their first digits. */
  private static final List<Integer> CLASSES = List.of(2, 3, 4, 5);

  private final Routes routes;
  private final LongAdder active = new LongAdder();
  private final Map<Kind, Map<Outcome, Timer>> timers = new HashMap<>();

  /** What is counted together. */
  private record Kind(String method, String uri) {}

  RequestMeters(MeterRegistry registry, Routes routes) {
    this.routes = routes;
    registry.gauge("http.server.active.requests", active);
    routes.all().forEach(route -> add(registry, new Kind(route.verb(), route.template())));
    Routes.PAGES.forEach(page -> add(registry, new Kind("GET", page)));
    RequestHead.METHODS.forEach(method -> add(registry, new Kind(method, OTHER)));
    add(registry, new Kind(OTHER, OTHER));
  }

  private void add(MeterRegistry registry, Kind kind) {
    Map<Outcome, Timer> each = new HashMap<>();
    for (int first : CLASSES) {
      Outcome outcome = Outcome.forStatus(first * 100);
      each.put(
          outcome,
          Timer.builder(REQUESTS)
              .description("HTTP server request processing time")
              .tag("method", kind.method())
              .tag("uri", kind.uri())
              .tags(List.of(outcome.asTag()))
              .tag("status", first + "xx")
              .register(registry));
    }
    timers.put(kind, each);
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
    timers
        .get(kind(context))
        .getOrDefault(outcome, timers.get(new Kind(OTHER, OTHER)).get(Outcome.CLIENT_ERROR))
        .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }

  private Kind kind(RoutingContext context) {
    String method = context.request().method().name();
    Kind kind = new Kind(method, template(context).orElse(OTHER));
    if (timers.containsKey(kind)) {
      return kind;
    }
    return new Kind(RequestHead.METHODS.contains(method) ? method : OTHER, OTHER);
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
