package org.grappe.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** An attempt that a receiver did not take. */
final class AttemptFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Too many requests, or nobody there behind whoever answered. */
  private static final Set<Integer> OF_RECEIVERS = Set.of(429, 502, 503, 504);

  private final DeliveryError error;
  private final transient Integer status;
  private final transient Duration pause;

  AttemptFailed(DeliveryError error) {
    this(error, null, null);
  }

  /**
   * One that was answered.
   *
   * @param pause how long the receiver wants to be left alone; null where he says nothing of it
   */
  AttemptFailed(DeliveryError error, Integer status, Duration pause) {
    super(error.name(), null, false, false);
    this.error = error;
    this.status = status;
    this.pause = pause;
  }

  /** What is told of whatever went wrong. */
  static AttemptFailed in(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof AttemptFailed known) {
        return known;
      }
    }
    return new AttemptFailed(DeliveryError.NO_ANSWER);
  }

  DeliveryError error() {
    return error;
  }

  /** Whether it tells of the receiver, and not maybe of what was sent to it. */
  boolean isOfReceiver() {
    boolean isRefusal = error == DeliveryError.STATUS || error == DeliveryError.REDIRECT;
    return !isRefusal || pause != null || OF_RECEIVERS.contains(status);
  }

  Optional<Integer> status() {
    return Optional.ofNullable(status);
  }

  Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
