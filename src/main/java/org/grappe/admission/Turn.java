package org.grappe.admission;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.grappe.admission.Bulkhead.Admission;
import org.grappe.admission.Bulkhead.Task;
import org.grappe.http.Afterwards;

/** The turn of one exchange, which waits for it without a thread. */
public final class Turn {
  private final RoutingContext exchange;
  private final Bulkhead bulkhead;
  private final Task task;

  /**
   * One that is not asked for yet.
   *
   * @param begin what is done once it has come, without taking time; {@link #end} is told when that
   *     is over
   */
  public Turn(RoutingContext exchange, Bulkhead bulkhead, String caller, Consumer<Turn> begin) {
    this.exchange = exchange;
    this.bulkhead = bulkhead;
    this.task = new Task(caller, () -> begin.accept(this));
  }

  /**
   * Takes it, or waits for it: as long as the client does, and no longer than it makes sense.
   *
   * @param late what is done where it has not come by then
   */
  public Admission take(Duration patience, Runnable late) {
    Admission admission = bulkhead.submit(task);
    if (admission == Admission.WAITING) {
      await(patience, late);
    }
    return admission;
  }

  private void await(Duration patience, Runnable late) {
    long timer =
        exchange
            .vertx()
            .setTimer(
                Math.max(1, patience.toMillis()),
                passed -> {
                  if (bulkhead.withdraw(task)) {
                    late.run();
                  }
                });
    Afterwards.run(
        exchange,
        () -> {
          exchange.vertx().cancelTimer(timer);
          bulkhead.withdraw(task);
        });
  }

  /** It is over; the next may come. */
  public void end() {
    bulkhead.done(task);
  }
}
