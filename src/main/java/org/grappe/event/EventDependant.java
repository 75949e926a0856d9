package org.grappe.event;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.grappe.problem.Problem;

/** What stands or falls with events: a feature above has a bean of this type. */
public interface EventDependant {
  /** An event that was there says something else now. */
  default void changed(UUID event) {}

  /** The same of those that a calendar changed, which tells nothing of places. */
  default void changedByCalendar(List<UUID> events) {
    events.forEach(this::changed);
  }

  /** Those of these events that it binds: a move of theirs may be refused. */
  default Set<UUID> bound(List<UUID> events) {
    return Set.of();
  }

  /**
   * Lets an event take place on other days, or be hosted or meant otherwise, as it says now.
   *
   * @throws Problem where it may not
   */
  default void allowMove(UUID event, EventContent content) {}
}
