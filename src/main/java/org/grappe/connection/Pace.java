package org.grappe.connection;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * How fast a body must come: in every pause something of it, and after a time of grace as much as
 * its rate says.
 */
final class Pace {
  private final LongSupplier bytes;
  private final long begun = System.nanoTime();
  private final long pauseNanos;
  private final long graceNanos;
  private final long least;
  private long since;
  private long before;

  /**
   * That of one body.
   *
   * @param bytes how many of it have come
   */
  Pace(BodiesConfig config, LongSupplier bytes) {
    this.bytes = bytes;
    this.pauseNanos = config.pause().toNanos();
    this.graceNanos = config.grace().toNanos();
    this.least = config.rate().asLongValue() * config.pause().toMillis() / 1_000;
    restart();
  }

  /** A pause begins. */
  void restart() {
    since = System.nanoTime();
    before = bytes.getAsLong();
  }

  /**
   * Lets a body go on that is fast enough.
   *
   * @throws Problem {@code request-timeout}
   */
  void require() {
    long now = System.nanoTime();
    if (now - since < pauseNanos) {
      return;
    }
    long came = bytes.getAsLong() - before;
    if (came < (now - begun < graceNanos ? 1 : least)) {
      throw Problems.of(
              ProblemType.REQUEST_TIMEOUT,
              "request-timeout.body",
              least,
              TimeUnit.NANOSECONDS.toSeconds(pauseNanos))
          .with("Connection", "close");
    }
    restart();
  }
}
