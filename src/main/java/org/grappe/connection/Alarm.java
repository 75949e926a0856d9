package org.grappe.connection;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Does something when a time is over, unless it is set anew or turned off before. */
final class Alarm {
  private ScheduledFuture<?> scheduled;

  void set(EventExecutor executor, Duration time, Runnable then) {
    turnOff();
    scheduled = executor.schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  void turnOff() {
    if (scheduled != null) {
      scheduled.cancel(false);
      scheduled = null;
    }
  }
}
