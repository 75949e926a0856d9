package org.grappe.connection;

import io.netty.util.concurrent.Future;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.grappe.copy.Withdrawn;
import org.grappe.database.Database;
import org.jboss.logging.Logger;

/**
 * All answers that may not have arrived yet. Once something was taken out of the registry after one
 * was asked for, by this instance or another, nobody reads on in it.
 */
@ApplicationScoped
class OpenAnswers {
  private static final Logger LOG = Logger.getLogger(OpenAnswers.class);
  private static final int LOOK_MILLIS = 250;
  private static final int PATIENCE_MILLIS = 1_000;

  /** While nothing is open one look in so many is taken: what is asked for next knows the count. */
  private static final int IDLE_LOOKS = 8;

  private final Database database;
  private final Set<Answered> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(OpenAnswers::thread);
  private volatile long known = Answered.UNKNOWN;
  private int looks;

  OpenAnswers(Database database) {
    this.database = database;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "open-answers");
    thread.setDaemon(true);
    return thread;
  }

  void start(@Observes StartupEvent started) {
    var unused =
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopped) {
    clock.shutdownNow();
  }

  void add(Answered one) {
    open.add(one);
  }

  void remove(Answered one) {
    open.remove(one);
  }

  /** How often something was taken out, as far as is known. */
  long known() {
    return known;
  }

  /** Before the request that took it out is answered. */
  void withdraw(@Observes(during = TransactionPhase.AFTER_SUCCESS) Withdrawn what) {
    withdraw(List.copyOf(open));
    if (!clock.isShutdown()) {
      clock.execute(this::count);
    }
  }

  private static void withdraw(List<Answered> some) {
    List<Future<?>> ends = new ArrayList<>();
    some.forEach(one -> ends.add(one.withdraw()));
    ends.forEach(end -> end.awaitUninterruptibly(PATIENCE_MILLIS));
  }

  private void look() {
    if (!open.isEmpty() || looks++ % IDLE_LOOKS == 0) {
      count();
    }
  }

  /** Whether another instance has taken anything out. */
  private void count() {
    try {
      long count =
          database
              .all("select withdrawals from positions", row -> row.getLong(1), List.of())
              .get(0);
      known = count;
      withdraw(open.stream().filter(one -> one.isFromBefore(count)).toList());
    } catch (Throwable failed) {
      // what escapes would end all looks
      LOG.debug("whether anything was taken out is not known", failed);
    }
  }
}
