package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.admission.Bulkhead;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Short files are taken up within their request, two at a time, in turns among callers, each of
 * whom has one under way and three that wait. Who waits holds no thread and no connection.
 */
@ApplicationScoped
class Turns {
  /** As many as have connections kept for them. */
  private static final int AT_ONCE = 2;

  private static final String SECONDS = "5";
  private final Bulkhead bulkhead =
      new Bulkhead(new Bulkhead.Limits(AT_ONCE, 1, 32, ImportQueue.EACH - 1));

  /**
   * Does something now, or when its turn comes.
   *
   * @throws Problem {@code too-many-requests} where the caller has as many as it may, {@code
   *     unavailable} where too many wait
   */
  void take(Bulkhead.Task turn) {
    switch (bulkhead.submit(turn)) {
      case CALLER_FULL ->
          throw Problems.of(
                  ProblemType.TOO_MANY_REQUESTS, "import.too-many-short", ImportQueue.EACH)
              .with("Retry-After", SECONDS);
      case FULL -> throw busy();
      default -> {}
    }
  }

  /** Waits no longer; false where its turn has come. */
  boolean withdraw(Bulkhead.Task turn) {
    return bulkhead.withdraw(turn);
  }

  /** That others were in front for too long. */
  static Problem busy() {
    return Problems.of(ProblemType.UNAVAILABLE, "import.queue-full").with("Retry-After", SECONDS);
  }

  /** A turn is over. */
  void done(Bulkhead.Task turn) {
    bulkhead.done(turn);
  }
}
