package org.grappe.shared.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;

/**
 * Short files are taken up within their request, two at a time, in the order in which they came.
 * Who waits holds no thread and no connection.
 */
@ApplicationScoped
class Turns {
  /** As many as have connections kept for them. */
  private static final int AT_ONCE = 2;

  private static final int WAITING = 32;
  private static final String SECONDS = "5";
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int busy;

  /**
   * Does something now, or when its turn comes.
   *
   * @throws Problem {@code unavailable} where too many wait
   */
  void take(Runnable act) {
    synchronized (this) {
      if (busy == AT_ONCE) {
        if (waiting.size() == WAITING) {
          throw busy();
        }
        waiting.add(act);
        return;
      }
      busy++;
    }
    act.run();
  }

  /** Waits no longer; false where its turn has come. */
  synchronized boolean withdraw(Runnable act) {
    return waiting.remove(act);
  }

  /** That others were in front for too long. */
  static Problem busy() {
    return Problems.of(ProblemType.UNAVAILABLE, "import.queue-full").with("Retry-After", SECONDS);
  }

  /** A turn is over. */
  void done() {
    Runnable next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        busy--;
        return;
      }
    }
    next.run();
  }
}
