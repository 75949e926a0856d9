package org.grappe.event;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.grappe.problem.Problem;

/** All that depends on events, told and asked one after the other. */
@ApplicationScoped
class EventDependants {
  private final List<EventDependant> all;

  EventDependants(@All List<EventDependant> all) {
    this.all = all;
  }

  void tellChanged(UUID event) {
    all.forEach(one -> one.changed(event));
  }

  void tellChangedByCalendar(List<UUID> events) {
    all.forEach(one -> one.changedByCalendar(events));
  }

  Set<UUID> bound(List<UUID> events) {
    return events.isEmpty()
        ? Set.of()
        : all.stream().flatMap(one -> one.bound(events).stream()).collect(Collectors.toSet());
  }

  /**
   * Asks all whether an event may be moved so.
   *
   * @throws Problem where it may not
   */
  void requireMove(UUID event, EventContent content) {
    all.forEach(one -> one.allowMove(event, content));
  }
}
