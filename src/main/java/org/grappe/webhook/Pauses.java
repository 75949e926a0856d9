package org.grappe.webhook;

import java.time.Duration;

/**
 * How long is waited between attempts: each time four times as long, up to six hours, give or take
 * a fifth, so that what failed together does not come again together.
 *
 * @param first after the first attempt
 */
record Pauses(Duration first) {
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int GROWTH = 4;

  /**
   * After so many attempts.
   *
   * @param chance from 0 to 1
   */
  Duration after(int attempts, double chance) {
    double millis = (double) first.toMillis() * Math.pow(GROWTH, Math.max(0, attempts - 1));
    double bounded = Math.min(millis, (double) LONGEST.toMillis());
    return Duration.ofMillis(Math.round(bounded * (0.8 + 0.4 * chance)));
  }
}
