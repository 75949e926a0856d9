package org.grappe.copy;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Begins answers by a few threads of its own: however many come at once, they leave threads and
 * connections to everybody else.
 */
final class Beginnings {
  private static final int LONGEST = 1_000;
  private final ThreadPoolExecutor threads;

  Beginnings(int most) {
    threads =
        new ThreadPoolExecutor(
            most, most, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(LONGEST), Copies::thread);
  }

  /**
   * An answer, begun in its turn. Whoever goes before cancels it.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} where too many wait
   */
  CompletableFuture<Answer> begin(Supplier<CompletableFuture<Answer>> how) {
    CompletableFuture<Answer> told = new CompletableFuture<>();
    try {
      threads.execute(() -> begin(how, told));
    } catch (RejectedExecutionException full) {
      throw CopyQueue.busy();
    }
    return told;
  }

  private static void begin(
      Supplier<CompletableFuture<Answer>> how, CompletableFuture<Answer> told) {
    if (told.isDone()) {
      return;
    }
    try {
      CompletableFuture<Answer> made = how.get();
      var unusedGone = told.whenComplete((answer, failed) -> made.cancel(false));
      var unusedDone = made.whenComplete((answer, failed) -> tell(answer, failed, told));
    } catch (Throwable failed) {
      told.completeExceptionally(failed);
    }
  }

  private static void tell(Answer answer, Throwable failed, CompletableFuture<Answer> told) {
    if (failed != null) {
      told.completeExceptionally(failed);
    } else if (!told.complete(answer)) {
      answer.close();
    }
  }

  void stop() {
    threads.shutdownNow();
  }
}
