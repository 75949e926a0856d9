package org.grappe.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How long requests took, by method, template of the address and class of status. */
final class RequestTimers {
  static final String NAME = "http.server.requests";

  /** Methods and addresses that are not counted by themselves. */
  static final String OTHER = "OTHER";

  /** The classes of status, by their first digits. */
  private static final List<Integer> CLASSES = List.of(2, 3, 4, 5);

  private final MeterRegistry registry;
  private final Map<Kind, Map<Outcome, Timer>> timers = new HashMap<>();

  /** What is counted together. */
  private record Kind(String method, String uri) {}

  RequestTimers(MeterRegistry registry) {
    this.registry = registry;
    RequestHead.METHODS.forEach(method -> add(method, OTHER));
    add(OTHER, OTHER);
  }

  /** Makes those of one method of an address. */
  void add(String method, String uri) {
    Map<Outcome, Timer> each = new EnumMap<>(Outcome.class);
    for (int first : CLASSES) {
      Outcome outcome = Outcome.forStatus(first * 100);
      each.put(
          outcome,
          Timer.builder(NAME)
              .description("HTTP server request processing time")
              .tag("method", method)
              .tag("uri", uri)
              .tags(List.of(outcome.asTag()))
              .tag("status", first + "xx")
              .register(registry));
    }
    timers.put(new Kind(method, uri), each);
  }

  void record(String method, Optional<String> uri, Outcome outcome, long nanos) {
    timersOf(method, uri.orElse(OTHER))
        .getOrDefault(outcome, timers.get(new Kind(OTHER, OTHER)).get(Outcome.CLIENT_ERROR))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Map<Outcome, Timer> timersOf(String method, String uri) {
    Map<Outcome, Timer> known = timers.get(new Kind(method, uri));
    return known == null
        ? timers.get(new Kind(RequestHead.METHODS.contains(method) ? method : OTHER, OTHER))
        : known;
  }
}
