package org.grappe.connection;

import java.util.HashMap;
import java.util.Map;

/** What each of many may have of something. */
public final class Share {
  private final long most;
  private final Map<String, Long> taken = new HashMap<>();

  /** So much for each. */
  public Share(long most) {
    this.most = most;
  }

  long most() {
    return most;
  }

  /** Whether somebody may have so much more. */
  public boolean has(String whose, long amount) {
    return taken.getOrDefault(whose, 0L) + amount <= most;
  }

  /** Gives somebody so much more. */
  public void take(String whose, long amount) {
    taken.merge(whose, amount, Long::sum);
  }

  /** Forgets who has nothing. */
  public void giveBack(String whose, long amount) {
    taken.computeIfPresent(whose, (key, has) -> has > amount ? has - amount : null);
  }
}
