package org.grappe.position;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * An act that one thread at a time carries out. Who comes while one goes on shares the next with
 * all others who have.
 */
final class SharedAct<T> {
  private static final int PATIENCE_SECONDS = 2;

  private final ReentrantLock turn = new ReentrantLock(true);

  /** So many times it has begun, and so many of these have ended well. */
  private final AtomicLong begun = new AtomicLong();

  private long done;
  private T last;

  /**
   * What it comes to that begins from now on.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} where others take too long
   */
  T run(Supplier<T> act) {
    long before = begun.get();
    awaitTurn();
    try {
      if (done > before) {
        return last;
      }
      long mine = begun.incrementAndGet();
      last = act.get();
      done = mine;
      return last;
    } finally {
      turn.unlock();
    }
  }

  private void awaitTurn() {
    try {
      if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    throw Problems.of(ProblemType.UNAVAILABLE, "conflict").with("Retry-After", "1");
  }
}
