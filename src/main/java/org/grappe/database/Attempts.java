package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Begins a transaction anew where others stood in its way. What it runs must begin and end its own
 * transaction, and be able to run again: it reads what it needs inside. Between two attempts no
 * connection is held, so that those who wait stand in nobody's way.
 */
@ApplicationScoped
public class Attempts {
  /** So often is begun anew what the database broke off to let another go on. */
  private static final int MOST_CONFLICTS = 3;

  /** So long is waited for what others hold. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Conflict conflict;

  Attempts(Conflict conflict) {
    this.conflict = conflict;
  }

  /**
   * Runs it until nothing stands in its way.
   *
   * @throws Problem {@code unavailable} where that takes too long
   */
  public <T> T run(Callable<T> transaction) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int conflicts = 0;
    while (true) {
      try {
        return transaction.call();
      } catch (Exception failed) {
        boolean isWaiting = isBusy(failed);
        boolean isLast =
            isWaiting
                ? System.nanoTime() > end
                : !conflict.isIn(failed) || ++conflicts > MOST_CONFLICTS;
        if (isLast) {
          throw isWaiting ? unavailable() : failed;
        }
      }
      pause();
    }
  }

  private static boolean isBusy(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Busy || Conflict.isLockTimeout(cause)) {
        return true;
      }
    }
    return false;
  }

  private static Problem unavailable() {
    return Problems.of(ProblemType.UNAVAILABLE, "conflict").with("Retry-After", "1");
  }

  /** By chance, so that two that met do not meet again. */
  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(10, 80));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }
}
