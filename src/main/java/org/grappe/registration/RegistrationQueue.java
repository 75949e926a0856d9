package org.grappe.registration;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.admission.Bulkhead;
import org.grappe.admission.Turn;
import org.grappe.http.Afterwards;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * The lines of those who want places, one for each event. Of an event one at a time is served,
 * since the database gives its places to one at a time anyway; of all events so many that half of
 * the connections are left to others, each event in turn. Who waits holds no thread and no
 * connection.
 */
@ApplicationScoped
class RegistrationQueue {
  private static final int LONGEST = 250;
  private static final int MOST_OF_ALL = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Bulkhead bulkhead;

  RegistrationQueue(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    bulkhead =
        new Bulkhead(new Bulkhead.Limits(Math.max(1, connections / 2), 1, MOST_OF_ALL, LONGEST));
  }

  /**
   * Takes a place at the end of an event's line, until the exchange is over.
   *
   * @return done once the turn has come; fails with {@code unavailable} where that takes too long
   * @throws Problem {@code unavailable} where the line is full
   */
  CompletableFuture<Void> join(UUID event, RoutingContext exchange) {
    CompletableFuture<Void> come = new CompletableFuture<>();
    Turn turn = new Turn(exchange, bulkhead, event.toString(), begun -> go(begun, exchange, come));
    return switch (turn.take(PATIENCE, () -> come.completeExceptionally(full()))) {
      case BEGUN, WAITING -> come;
      case CALLER_FULL, FULL -> throw full();
    };
  }

  private static void go(Turn turn, RoutingContext exchange, CompletableFuture<Void> come) {
    // however it ends, and also where the caller has gone away
    Afterwards.run(exchange, turn::end);
    come.complete(null);
  }

  private static Problem full() {
    return Problems.of(ProblemType.UNAVAILABLE, "registration.line-full").with("Retry-After", "2");
  }
}
