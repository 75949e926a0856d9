package org.grappe.webhook;

import java.time.Duration;

/**
 * For how long nothing is sent to a receiver that has failed.
 *
 * @param pauses so many it has had with this one
 * @param begins whether it is one more, and not only as long as the receiver asks
 */
record Respite(int pauses, boolean begins, Duration length) {
  /**
   * After a failure. One refusal may be the fault of what was sent: then another delivery is tried
   * at once, and the receiver left alone where that is not taken either. What was under way as a
   * pause began makes none of its own; what fails again and again makes the pauses no longer.
   *
   * @param attempts so many of this delivery
   * @param chance from 0 to 1
   */
  static Respite after(
      AttemptFailed why, int attempts, Standing standing, Pauses schedule, double chance) {
    Duration asked = why.pause().orElse(Duration.ZERO);
    if (standing.isOlder() || !(standing.fails() || why.isOfReceiver())) {
      return new Respite(standing.pauses(), false, asked);
    }
    boolean isFurther = attempts == 1 || standing.pauses() == 0;
    int pauses = standing.pauses() + (isFurther ? 1 : 0);
    Duration own = schedule.after(pauses, chance);
    return new Respite(pauses, true, asked.compareTo(own) > 0 ? asked : own);
  }
}
