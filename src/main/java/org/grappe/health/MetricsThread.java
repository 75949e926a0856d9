package org.grappe.health;

import io.quarkus.micrometer.runtime.export.handlers.PrometheusHandler;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells metrics by a thread that serves nothing else, so that load can be seen while it lasts. */
@ApplicationScoped
class MetricsThread {
  /** Before the route that Quarkus has for it, which waits for a thread like any request. */
  private static final int ORDER = -1;

  private final PrometheusHandler metrics = new PrometheusHandler(false, Optional.empty());
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread own = new Thread(task, "metrics");
            own.setDaemon(true);
            return own;
          });

  void register(@Observes ManagementInterface management) {
    management
        .router()
        .get("/q/metrics")
        .order(ORDER)
        .handler(context -> thread.execute(() -> metrics.handle(context)));
  }

  @PreDestroy
  void end() {
    thread.shutdownNow();
  }
}
