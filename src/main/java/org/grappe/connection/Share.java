package org.grappe.connection;

import java.util.HashMap;
import java.util.Map;

/** What each of many may have of something. */
final class Share {
  private final long most;
  private final Map<String, Long> taken = new HashMap<>();

  Share(long most) {
    this.most = most;
  }

  long most() {
    return most;
  }

  boolean has(String whose, long amount) {
    return taken.getOrDefault(whose, 0L) + amount <= most;
  }

  void take(String whose, long amount) {
    taken.merge(whose, amount, Long::sum);
  }

  /** Forgets who has nothing. */
  void giveBack(String whose, long amount) {
    taken.computeIfPresent(whose, (key, has) -> has > amount ? has - amount : null);
  }
}
