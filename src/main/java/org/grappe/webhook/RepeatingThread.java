package org.grappe.webhook;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** A thread that does the same again and again: twice a second, and at once where it is asked. */
final class RepeatingThread {
  private static final Logger LOG = Logger.getLogger(RepeatingThread.class);
  private static final int MILLIS = 500;

  private final ScheduledExecutorService clock;
  private final AtomicBoolean isNudged = new AtomicBoolean();
  private final Runnable work;
  private boolean failing;

  RepeatingThread(String name, Runnable work) {
    this.work = work;
    this.clock = Executors.newSingleThreadScheduledExecutor(turns -> thread(turns, name));
  }

  private static Thread thread(Runnable turns, String name) {
    Thread thread = new Thread(turns, name);
    thread.setDaemon(true);
    return thread;
  }

  void begin() {
    var unused = clock.scheduleWithFixedDelay(this::take, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  void end() {
    clock.shutdownNow();
  }

  /** Takes a turn soon; many who ask for one share it. */
  void nudge() {
    if (!clock.isShutdown() && isNudged.compareAndSet(false, true)) {
      clock.execute(this::take);
    }
  }

  private void take() {
    isNudged.set(false);
    try {
      work.run();
      failing = false;
    } catch (Throwable failed) {
      // what escapes would end all turns
      if (!failing) {
        LOG.warnf("Webhooks wait: %s", failed.getMessage());
      }
      failing = true;
    }
  }
}
