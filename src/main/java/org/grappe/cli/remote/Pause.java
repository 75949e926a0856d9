package org.grappe.cli.remote;

import java.util.concurrent.TimeUnit;

/**
 * A while before the same is asked again.
 *
 * @param seconds how long
 */
public record Pause(long seconds) {
  private static final long LONGEST = 60;

  static Pause askedBy(Reply reply) {
    String told = reply.header("Retry-After").orElse("1");
    return new Pause(told.matches("\\d{1,9}") ? Math.min(Long.parseLong(told), LONGEST) : 1);
  }

  /** Lets it pass; who is ended meanwhile has it cut short. */
  public void pass() {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
