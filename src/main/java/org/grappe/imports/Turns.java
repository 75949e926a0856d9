package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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

  private static final int WAITING = 32;
  private static final String SECONDS = "5";
  private final FairLine<Turn> line = new FairLine<>();
  private int busy;

  /** What a caller waits to do. */
  record Turn(String caller, Runnable act) {}

  /**
   * Does something now, or when its turn comes.
   *
   * @throws Problem {@code too-many-requests} where the caller has as many as it may, {@code
   *     unavailable} where too many wait
   */
  void take(Turn turn) {
    synchronized (this) {
      if (line.of(turn.caller()) == ImportQueue.EACH) {
        throw Problems.of(ProblemType.TOO_MANY_REQUESTS, "import.too-many-short", ImportQueue.EACH)
            .with("Retry-After", SECONDS);
      }
      if (line.waiting().count() == WAITING) {
        throw busy();
      }
      line.add(turn.caller(), turn);
    }
    begin();
  }

  /** Waits no longer; false where its turn has come. */
  synchronized boolean withdraw(Turn turn) {
    return line.remove(turn);
  }

  /** That others were in front for too long. */
  static Problem busy() {
    return Problems.of(ProblemType.UNAVAILABLE, "import.queue-full").with("Retry-After", SECONDS);
  }

  /** A turn is over. */
  void done(Turn turn) {
    synchronized (this) {
      busy--;
      line.done(turn.caller());
    }
    begin();
  }

  private void begin() {
    next().ifPresent(turn -> turn.act().run());
  }

  private synchronized Optional<Turn> next() {
    if (busy == AT_ONCE) {
      return Optional.empty();
    }
    Optional<Turn> next = line.next();
    busy += next.isPresent() ? 1 : 0;
    return next;
  }
}
