package org.grappe.format;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/** Waits as long for the next sign of life, and then does something. */
final class Patience {
  private final Vertx vertx;
  private final long millis;
  private final Runnable then;
  private volatile long since = System.nanoTime();
  private volatile boolean over;

  Patience(Vertx vertx, long millis, Runnable then) {
    this.vertx = vertx;
    this.millis = millis;
    this.then = then;
  }

  void begin() {
    watch(millis);
  }

  /** There was a sign of life. */
  void renew() {
    since = System.nanoTime();
  }

  void end() {
    over = true;
  }

  private void watch(long left) {
    vertx.setTimer(Math.max(left, 1), timer -> look());
  }

  private void look() {
    if (over) {
      return;
    }
    long left = millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    if (left <= 0) {
      then.run();
    } else {
      watch(left);
    }
  }
}
