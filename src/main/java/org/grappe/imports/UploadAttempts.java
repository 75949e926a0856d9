package org.grappe.imports;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.grappe.connection.UnderWay;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;

/** Attempts what a file needs room for: where there is none, again and again for ten seconds. */
final class UploadAttempts {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long TRY_EVERY_MILLIS = 250;
  private final RoutingContext context;
  private final Consumer<Problem> refusal;

  /**
   * Those of one file.
   *
   * @param refusal what is done where there was no room all the time
   */
  UploadAttempts(RoutingContext context, Consumer<Problem> refusal) {
    this.context = context;
    this.refusal = refusal;
  }

  /** Does what may take a moment, away from the thread that serves all connections. */
  void aside(Runnable act, Runnable then) {
    attempt(
        left ->
            context
                .vertx()
                .executeBlocking(
                    () -> {
                      act.run();
                      return null;
                    }),
        then);
  }

  /** Does what takes no time; it is told how much is left for it. */
  void here(Consumer<Duration> act) {
    attempt(
        left -> {
          act.accept(left);
          return Future.succeededFuture();
        },
        () -> {});
  }

  private void attempt(Function<Duration, Future<Object>> act, Runnable then) {
    attempt(act, then, System.nanoTime() + LONGEST.toNanos());
  }

  private void attempt(Function<Duration, Future<Object>> act, Runnable then, long until) {
    Duration left = Duration.ofNanos(Math.max(until - System.nanoTime(), 0));
    Future.succeededFuture(left)
        .compose(act)
        .onSuccess(done -> then.run())
        .onFailure(failed -> again(failed, () -> attempt(act, then, until), until));
  }

  private void again(Throwable failed, Runnable attempt, long until) {
    if (isCrowded(failed) && until - System.nanoTime() > 0) {
      UnderWay.of(context).ifPresent(UnderWay::restart);
      context.vertx().setTimer(TRY_EVERY_MILLIS, timer -> attempt.run());
    } else if (failed instanceof Problem problem) {
      refuse(problem);
    } else {
      context.fail(failed);
    }
  }

  /** Attempts it no more. */
  void refuse(Problem problem) {
    refusal.accept(problem);
  }

  /** Whether there may be a place in a moment. */
  private boolean isCrowded(Throwable failed) {
    return !UploadBody.isAnswered(context)
        && failed instanceof Problem problem
        && (problem.type().equals(ProblemType.TOO_MANY_REQUESTS)
            || problem.type().equals(ProblemType.UNAVAILABLE));
  }
}
