package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.admission.Bulkhead;
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

  private final Bulkhead bulkhead;

  RegistrationQueue(@ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    bulkhead =
        new Bulkhead(new Bulkhead.Limits(Math.max(1, connections / 2), 1, MOST_OF_ALL, LONGEST));
  }

  /** Somebody's place in a line. */
  final class Turn {
    private final CompletableFuture<Void> come = new CompletableFuture<>();
    private final Bulkhead.Task task;
    private boolean isOver;

    private Turn(UUID event) {
      task = new Bulkhead.Task(event.toString(), () -> come.complete(null));
    }

    /** Done once the turn has come. */
    CompletableFuture<Void> come() {
      return come;
    }

    /** Leaves the line, served or not; a second time means nothing. */
    synchronized void leave() {
      if (!isOver && !bulkhead.withdraw(task)) {
        bulkhead.done(task);
      }
      isOver = true;
    }
  }

  /**
   * Takes a place at the end of an event's line, which is to be left in any case.
   *
   * @throws Problem {@code unavailable} where the line is full
   */
  Turn join(UUID event) {
    Turn turn = new Turn(event);
    return switch (bulkhead.submit(turn.task)) {
      case BEGUN, WAITING -> turn;
      case CALLER_FULL, FULL -> throw full();
    };
  }

  static Problem full() {
    return Problems.of(ProblemType.UNAVAILABLE, "registration.line-full").with("Retry-After", "2");
  }
}
