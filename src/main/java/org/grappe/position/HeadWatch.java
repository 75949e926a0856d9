package org.grappe.position;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Looks at the head ten times a second as long as anybody waits for it to move, or something of
 * this instance could not be numbered; and numbers what is pending, whoever wrote it.
 */
@ApplicationScoped
public class HeadWatch {
  private static final Logger LOG = Logger.getLogger(HeadWatch.class);
  private static final int MILLIS = 100;

  private final Positions positions;
  private final Set<Consumer<Head>> watchers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(HeadWatch::thread);
  private boolean looking;
  private volatile boolean unsettled;
  private boolean failing;

  HeadWatch(Positions positions) {
    this.positions = positions;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "positions");
    thread.setDaemon(true);
    return thread;
  }

  void stop(@Observes ShutdownEvent stopped) {
    clock.shutdownNow();
  }

  /**
   * Has this one be told the head each time it was looked at, until {@link #leave}: in the one
   * thread that looks, so what it does is short. Where looking fails nothing is told.
   */
  public void watch(Consumer<Head> watcher) {
    watchers.add(watcher);
    begin();
  }

  /** Ends what {@link #watch} began. */
  public void leave(Consumer<Head> watcher) {
    watchers.remove(watcher);
  }

  /** Numbers what is pending in a moment, and again until it is done. */
  void settleSoon() {
    unsettled = true;
    begin();
  }

  private synchronized void begin() {
    if (!looking && !clock.isShutdown()) {
      looking = true;
      var unused = clock.schedule(this::look, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    boolean wanted = unsettled;
    try {
      // before, so that what comes in meanwhile is settled the next time
      unsettled = false;
      positions.settled(this::tell);
      failing = false;
    } catch (Throwable failed) {
      unsettled |= wanted;
      if (!failing) {
        LOG.warnf("How far positions go is not known: %s", failed.getMessage());
      }
      failing = true;
    } finally {
      again();
    }
  }

  private void tell(Head head) {
    for (Consumer<Head> watcher : watchers) {
      try {
        watcher.accept(head);
      } catch (Throwable failed) {
        LOG.error("One who waits for changes could not be told", failed);
      }
    }
  }

  private synchronized void again() {
    looking = false;
    if (unsettled || !watchers.isEmpty()) {
      begin();
    }
  }
}
