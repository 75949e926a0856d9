package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.admission.FairQueue;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * The long files of this instance: each caller has one under way at most and three that wait, and
 * callers take turns, so that nobody's many hold up another's one.
 */
@ApplicationScoped
class ImportQueue {
  /** One under way and three that wait; one that is still being sent counts among these. */
  static final int EACH = 4;

  private static final int ALL = 40;
  private static final String SECONDS = "30";
  private final Map<String, Integer> seats = new HashMap<>();
  private final FairQueue<ImportJob> line = new FairQueue<>(1);
  private int taken;

  /**
   * Takes a seat for a caller's file.
   *
   * @throws Problem {@code too-many-requests} where it has all of its own, {@code unavailable}
   *     where everybody's are taken
   */
  synchronized void sit(String caller) {
    if (seats.getOrDefault(caller, 0) == EACH) {
      throw Problems.of(ProblemType.TOO_MANY_REQUESTS, "import.too-many", EACH)
          .with("Retry-After", SECONDS);
    }
    if (taken == ALL) {
      throw Problems.of(ProblemType.UNAVAILABLE, "import.queue-full").with("Retry-After", SECONDS);
    }
    seats.merge(caller, 1, Integer::sum);
    taken++;
  }

  /** Gives a seat back. */
  synchronized void leave(String caller) {
    seats.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
    taken--;
  }

  /** One that was accepted waits as soon as that is committed. */
  synchronized void add(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportJob job) {
    job.file().keep();
    line.add(job.caller(), job);
    notifyAll();
  }

  /** The next file, of whoever has waited longest for a turn; waits until there is one. */
  synchronized ImportJob next() throws InterruptedException {
    Optional<ImportJob> found = line.next();
    while (found.isEmpty()) {
      wait();
      found = line.next();
    }
    return found.get();
  }

  /** Those that wait. */
  synchronized List<UUID> waiting() {
    return line.waiting().map(ImportJob::id).toList();
  }

  /** One that was cancelled waits no longer. */
  void drop(UUID id) {
    Optional<ImportJob> found;
    synchronized (this) {
      found = line.waiting().filter(job -> job.id().equals(id)).findFirst();
      found.ifPresent(job -> line.remove(job.caller(), job));
    }
    found.ifPresent(job -> job.file().close());
  }

  /** One is over; its caller's next may come. */
  synchronized void done(ImportJob job) {
    line.done(job.caller());
    notifyAll();
  }
}
