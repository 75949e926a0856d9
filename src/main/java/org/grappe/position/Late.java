package org.grappe.position;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Since when this instance has waited for what is committed to be numbered, and told. */
final class Late {
  private static final long USUAL = TimeUnit.MILLISECONDS.toNanos(50);
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

  /** One that ended badly: it goes on until another has come about. */
  private volatile Wait lasting;

  /** Told apart by what they are, not by when they began. */
  private static final class Wait {
    private final long since = System.nanoTime();
  }

  /** Something is waited for as long as this takes. */
  void during(Runnable act) {
    Wait wait = new Wait();
    waits.add(wait);
    try {
      act.run();
    } finally {
      waits.remove(wait);
    }
  }

  /** The same, and where it fails until another has come about. */
  void until(Runnable act) {
    Wait wait = new Wait();
    waits.add(wait);
    try {
      act.run();
      comeAbout();
    } catch (Throwable failed) {
      if (lasting == null) {
        lasting = wait;
      }
      throw failed;
    } finally {
      waits.remove(wait);
    }
  }

  /** Nothing is waited for any more of what failed before. */
  void comeAbout() {
    lasting = null;
  }

  /** Whether anything has been waited for longer than usual. */
  boolean is() {
    Wait one = lasting;
    if (one == null && waits.isEmpty()) {
      return false;
    }
    long now = System.nanoTime();
    return (one != null && now - one.since > USUAL)
        || waits.stream().anyMatch(wait -> now - wait.since > USUAL);
  }
}
