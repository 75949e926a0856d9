package org.grappe.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How often a delivery was tried, by what came of it, and how many are being tried. */
@Startup
@Singleton
class WebhookMeters {
  private final Counter taken;
  private final Map<DeliveryError, Counter> failed = new EnumMap<>(DeliveryError.class);
  private final AtomicInteger underWay;

  WebhookMeters(MeterRegistry registry) {
    this.taken = attempts(registry, "taken");
    for (DeliveryError error : DeliveryError.values()) {
      failed.put(error, attempts(registry, error.name().toLowerCase(Locale.ROOT)));
    }
    this.underWay = registry.gauge("grappe.webhook.under.way", new AtomicInteger());
  }

  private static Counter attempts(MeterRegistry registry, String outcome) {
    return registry.counter("grappe.webhook.attempts", "outcome", outcome);
  }

  void taken() {
    taken.increment();
  }

  void failed(DeliveryError error) {
    failed.get(error).increment();
  }

  /** How many are under way, to be counted up and down. */
  AtomicInteger underWay() {
    return underWay;
  }
}
