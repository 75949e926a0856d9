package org.grappe.change;

import org.grappe.position.Head;
import org.grappe.position.Place;

/** One who waits for changes. */
interface Follower {
  ChangeQuery query();

  /** Behind this he has been told all that is told him. */
  Place place();

  /** Whether he can be told anything now, or has waited long enough. */
  boolean isDue(Head head, long now);

  /** Tells him what is new, if anything. Called by one thread at a time. */
  void tell(ChangeLog.Slice slice, long now);

  /**
   * He is told no more: his credential lets him read otherwise than when he began.
   *
   * @param isTaken whether it is taken at all
   */
  void stop(boolean isTaken);

  /** Whether he has gone or been answered. */
  boolean isOver();
}
