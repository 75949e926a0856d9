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
import java.util.concurrent.atomic.AtomicLong;
import org.grappe.copy.Withdrawn;
import org.grappe.database.Database;
import org.jboss.logging.Logger;

/**
 * All answers that may not have arrived yet. Once something was taken out of the registry, by this
 * instance or another, nobody reads on in them.
 */
@ApplicationScoped
class OpenAnswers {
  private static final Logger LOG = Logger.getLogger(OpenAnswers.class);
  private static final int LOOK_MILLIS = 250;
  private static final int PATIENCE_MILLIS = 1_000;
  private static final long UNKNOWN = -1;

  private final Database database;
  private final Set<Answered> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong known = new AtomicLong(UNKNOWN);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(OpenAnswers::thread);

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

  /** Before the request that took it out is answered. */
  void withdraw(@Observes(during = TransactionPhase.AFTER_SUCCESS) Withdrawn what) {
    known.updateAndGet(count -> count == UNKNOWN ? UNKNOWN : count + 1);
    withdraw();
  }

  private void withdraw() {
    List<Future<?>> ends = new ArrayList<>();
    open.forEach(one -> ends.add(one.withdraw()));
    ends.forEach(end -> end.awaitUninterruptibly(PATIENCE_MILLIS));
  }

  /** Whether another instance has taken anything out; asked only while anything is open. */
  private void look() {
    if (open.isEmpty() && known.get() != UNKNOWN) {
      return;
    }
    try {
      long count =
          database
              .all("select withdrawals from positions", row -> row.getLong(1), List.of())
              .get(0);
      long before = known.getAndSet(count);
      if (before != UNKNOWN && count > before) {
        withdraw();
      }
    } catch (RuntimeException failed) {
      LOG.debug("whether anything was taken out is not known", failed);
    }
  }
}
