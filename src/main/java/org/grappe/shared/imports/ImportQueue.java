package org.grappe.shared.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;

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
  private final Map<String, Deque<ImportJob>> lines = new LinkedHashMap<>();
  private final Set<String> running = new HashSet<>();
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

  synchronized void add(ImportJob job) {
    lines.computeIfAbsent(job.caller(), caller -> new ArrayDeque<>()).add(job);
    notifyAll();
  }

  /** The next file, of whoever has waited longest for a turn; waits until there is one. */
  synchronized ImportJob next() throws InterruptedException {
    Optional<ImportJob> found = turn();
    while (found.isEmpty()) {
      wait();
      found = turn();
    }
    return found.get();
  }

  private Optional<ImportJob> turn() {
    for (Iterator<Map.Entry<String, Deque<ImportJob>>> each = lines.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<String, Deque<ImportJob>> line = each.next();
      String caller = line.getKey();
      if (!running.contains(caller)) {
        Deque<ImportJob> others = line.getValue();
        ImportJob job = others.remove();
        running.add(caller);
        each.remove();
        if (!others.isEmpty()) {
          // to the end of those who wait
          lines.put(caller, others);
        }
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  /** Those that wait. */
  synchronized List<UUID> waiting() {
    return lines.values().stream().flatMap(Deque::stream).map(ImportJob::id).toList();
  }

  /** One that was cancelled waits no longer. */
  void drop(UUID id) {
    Optional<ImportJob> found;
    synchronized (this) {
      found =
          lines.values().stream()
              .flatMap(Deque::stream)
              .filter(job -> job.id().equals(id))
              .findFirst();
      found.ifPresent(job -> lines.get(job.caller()).remove(job));
      lines.values().removeIf(Deque::isEmpty);
    }
    found.ifPresent(job -> job.file().close());
  }

  /** One is over; its caller's next may come. */
  synchronized void done(ImportJob job) {
    running.remove(job.caller());
    notifyAll();
  }
}
