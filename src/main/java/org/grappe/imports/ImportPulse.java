package org.grappe.imports;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.grappe.database.Database;
import org.jboss.logging.Logger;

/**
 * Tells how far the imports of this instance are, and that they are alive, on a connection of its
 * own; and stops those that were cancelled, wherever that was asked.
 */
@ApplicationScoped
class ImportPulse {
  private static final Logger LOG = Logger.getLogger(ImportPulse.class);
  private static final int MILLIS = 500;
  private static final int BEATS_OF_THOSE_WHO_WAIT = 6;

  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(ImportWorkers::thread);
  private final Set<ImportJob> followed = ConcurrentHashMap.newKeySet();
  private final ScheduledFuture<?> beat;
  private final RunningImports imports;
  private final ImportQueue queue;
  private final Database database;
  private int count;

  ImportPulse(RunningImports imports, ImportQueue queue, Database database) {
    this.imports = imports;
    this.queue = queue;
    this.database = database;
    this.beat = pulse.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  void follow(ImportJob job) {
    followed.add(job);
  }

  void leave(ImportJob job) {
    followed.remove(job);
  }

  private void look() {
    try {
      database.apart(
          () -> {
            followed.forEach(this::look);
            lookAtThoseWhoWait();
            return null;
          });
    } catch (Throwable outOfReach) {
      // what escapes would end the pulse for ever
      LOG.debug("the imports cannot be told as alive", outOfReach);
    }
  }

  private void lookAtThoseWhoWait() {
    List<UUID> waiting = queue.waiting();
    if (waiting.isEmpty()) {
      return;
    }
    imports.cancelled(waiting).forEach(queue::drop);
    if (++count % BEATS_OF_THOSE_WHO_WAIT == 0) {
      imports.see(waiting);
    }
  }

  private void look(ImportJob job) {
    ImportJob.State state = job.state();
    if (imports.tell(job.id(), state.lines(), state.made(), state.leftOut())) {
      return;
    }
    job.cancel();
    // a statement about a million lines would go on for minutes
    job.breakOff(
        backend -> database.one("select pg_cancel_backend(?)", row -> row.getBoolean(1), backend));
  }

  @PreDestroy
  void end() {
    beat.cancel(true);
    pulse.shutdownNow();
  }
}
