package org.grappe.admission;

import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Runs what is done for one request, each time in its caller's turn. */
final class TurnExecutor implements Executor {
  /** In so many seconds those who are sent away come again, not all at once. */
  private static final int SPREAD = 3;

  private final ResteasyReactiveRequestContext request;
  private final RoutingContext exchange;
  private final Bulkhead bulkhead;
  private final String caller;
  private final Executor threads;
  private final AdmissionConfig config;
  private final ContextInternal own = ContextInternal.current();
  private volatile boolean isRefused;

  TurnExecutor(
      ResteasyReactiveRequestContext request,
      RoutingContext exchange,
      Bulkhead bulkhead,
      String caller,
      Executor threads,
      AdmissionConfig config) {
    this.request = request;
    this.exchange = exchange;
    this.bulkhead = bulkhead;
    this.caller = caller;
    this.threads = threads;
    this.config = config;
  }

  /** Whose client has gone is not served: all that it had has been given back. */
  @Override
  public void execute(Runnable work) {
    if (exchange.response().closed()) {
      return;
    }
    // what is left to do once all is answered waits for nobody
    if (isRefused || exchange.response().ended()) {
      threads.execute(() -> own.dispatch(work));
      return;
    }
    Turn turn = new Turn(exchange, bulkhead, caller, come -> begin(come, work));
    switch (turn.take(config.patience(), () -> refuse(late()))) {
      case CALLER_FULL ->
          refuse(
              Problems.of(
                  ProblemType.TOO_MANY_REQUESTS, "admission.too-many", config.waitingEach()));
      case FULL -> refuse(busy());
      default -> {}
    }
  }

  private static Problem busy() {
    return Problems.of(ProblemType.UNAVAILABLE, "busy");
  }

  private Problem late() {
    return Problems.of(
        ProblemType.UNAVAILABLE, "admission.late", Math.max(1, config.patience().toSeconds()));
  }

  private void refuse(Problem problem) {
    isRefused = true;
    String seconds = Integer.toString(ThreadLocalRandom.current().nextInt(1, SPREAD + 1));
    request.resume(problem.with("Retry-After", seconds), true);
  }

  private void begin(Turn turn, Runnable work) {
    try {
      threads.execute(() -> own.dispatch(() -> serve(turn, work)));
    } catch (Throwable rejected) {
      // also where the system has no thread left
      turn.end();
      refuse(busy());
    }
  }

  private void serve(Turn turn, Runnable work) {
    try {
      if (!exchange.response().closed()) {
        work.run();
      }
    } finally {
      turn.end();
    }
  }
}
