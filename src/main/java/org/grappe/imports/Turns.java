package org.grappe.imports;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.grappe.admission.Bulkhead;
import org.grappe.admission.Turn;
import org.grappe.http.Afterwards;
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

  /** Lets an exchange go on when its turn comes; it is over with the exchange. */
  void await(RoutingContext exchange, String caller, UploadAttempts attempts) {
    Context own = exchange.vertx().getOrCreateContext();
    Turn turn =
        new Turn(exchange, bulkhead, caller, come -> own.runOnContext(now -> go(exchange, come)));
    attempts.here(left -> take(turn, left, () -> attempts.refuse(busy())));
  }

  private static void take(Turn turn, Duration patience, Runnable late) {
    switch (turn.take(patience, late)) {
      case CALLER_FULL ->
          throw Problems.of(
                  ProblemType.TOO_MANY_REQUESTS, "import.too-many-short", ImportQueue.EACH)
              .with("Retry-After", SECONDS);
      case FULL -> throw busy();
      default -> {}
    }
  }

  private static void go(RoutingContext exchange, Turn turn) {
    if (UploadBody.isAnswered(exchange)) {
      turn.end();
      return;
    }
    Afterwards.run(exchange, turn::end);
    exchange.next();
  }

  /** That others were in front for too long. */
  private static Problem busy() {
    return Problems.of(ProblemType.UNAVAILABLE, "import.queue-full").with("Retry-After", SECONDS);
  }
}
