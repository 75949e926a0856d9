package org.grappe.position;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Since when this instance has waited for what is committed to be numbered, and told. */
final class Late {
  private static final long USUAL = TimeUnit.MILLISECONDS.toNanos(50);
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

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

  /** Begins, or ends, a wait that outlasts whoever waits. */
  void stays(boolean isLate) {
    if (!isLate) {
      lasting = null;
    } else if (lasting == null) {
      lasting = new Wait();
    }
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
