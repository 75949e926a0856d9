package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;

/**
 * Writes what a calendar makes of events, many with one statement. Only one that is bound and moves
 * can be refused here; it is written by itself, so that what it breaks is undone without the
 * others.
 */
@ApplicationScoped
public class EventWriting {
  private final Database database;
  private final EventRows rows;
  private final EventDays days;
  private final EventDependants dependants;
  private final Today today;

  EventWriting(
      Database database, EventRows rows, EventDays days, EventDependants dependants, Today today) {
    this.database = database;
    this.rows = rows;
    this.days = days;
    this.dependants = dependants;
    this.today = today;
  }

  /**
   * Writes the events, or only looks whether they could be.
   *
   * @return what stood against some, by their UID
   */
  public Map<String, Problem> write(List<WrittenEvent> events, boolean dryRun) {
    List<UUID> moved = events.stream().filter(WrittenEvent::isMoved).map(WrittenEvent::id).toList();
    Set<UUID> bound = dependants.bound(moved);
    Map<String, Problem> refused = new HashMap<>();
    List<WrittenEvent> free = new ArrayList<>();
    for (WrittenEvent event : events) {
      if (bound.contains(event.id())) {
        byItself(event, dryRun, refused);
      } else {
        free.add(event);
      }
    }
    if (!dryRun) {
      write(free);
    }
    return refused;
  }

  private void byItself(WrittenEvent event, boolean dryRun, Map<String, Problem> refused) {
    database.change("savepoint before_event");
    boolean stays = false;
    try {
      write(List.of(event));
      dependants.requireMove(event.id(), event.content());
      stays = !dryRun;
    } catch (Problem problem) {
      refused.put(event.uid(), problem);
    }
    if (!stays) {
      database.change("rollback to savepoint before_event");
    }
    database.change("release savepoint before_event");
  }

  private void write(List<WrittenEvent> events) {
    List<WrittenEvent> known = events.stream().filter(event -> !event.isNew()).toList();
    rows.add(events.stream().filter(WrittenEvent::isNew).toList(), today.now());
    rows.change(known, today.now());
    Map<UUID, Occurrences> followed = new HashMap<>();
    for (WrittenEvent event : events) {
      boolean hasDays = event.days() != null && (!event.isNew() || !event.days().days().isEmpty());
      if (hasDays) {
        followed.put(event.id(), event.days());
      }
    }
    days.keep(followed);
    dependants.tellChangedByCalendar(known.stream().map(WrittenEvent::id).toList());
  }
}
