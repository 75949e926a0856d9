package org.grappe.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready is a service whose database answers. It is asked over a connection and by a thread that
 * serve nothing else: load is not death, and a pool that is used up says nothing about the
 * database.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {
  private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);
  private static final String NAME = "database";
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Longer than the connection itself waits, which says more. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread own = new Thread(task, "readiness");
            own.setDaemon(true);
            return own;
          });

  private final OwnConnection connection;
  private final Uni<HealthCheckResponse> answer;
  private HealthCheckResponse last;
  private long lastAt;

  DatabaseReadiness(OwnConnection connection) {
    this.connection = connection;
    this.answer =
        Uni.createFrom()
            .item(this::ask)
            .runSubscriptionOn(thread)
            .ifNoItem()
            .after(PATIENCE)
            .recoverWithItem(() -> HealthCheckResponse.down(NAME));
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return answer;
  }

  /** However many ask, the database is asked once a second; by the one thread alone. */
  private HealthCheckResponse ask() {
    if (last == null || System.nanoTime() - lastAt > FRESH.toNanos()) {
      last = isReached() ? HealthCheckResponse.up(NAME) : HealthCheckResponse.down(NAME);
      lastAt = System.nanoTime();
    }
    return last;
  }

  private boolean isReached() {
    try {
      connection.ask();
      return true;
    } catch (SQLException | RuntimeException outOfReach) {
      LOG.warnf("The database does not answer: %s", outOfReach.getMessage());
      return false;
    }
  }

  @PreDestroy
  void end() {
    thread.shutdownNow();
    connection.close();
  }
}
