package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.grappe.body.MergePatch;
import org.grappe.config.Today;

/** What becomes of single occurrences, and of their event's days by that. */
@ApplicationScoped
class OccurrenceWriting {
  private final Events events;
  private final EventDependants dependants;
  private final EventDays days;
  private final Today today;

  OccurrenceWriting(Events events, EventDependants dependants, EventDays days, Today today) {
    this.events = events;
    this.dependants = dependants;
    this.days = days;
    this.today = today;
  }

  /** Moves one occurrence, or lets it take place as planned again, where that says anything new. */
  void move(Event event, LocalDate date, MergePatch patch, Supplier<OccurrenceView> answered) {
    ChangedOccurrence before = event.occurrence(date);
    OccurrenceContent to =
        events.records().patched(event, before.moved(), OccurrenceContent.class, patch, answered);
    if (to.equals(before.moved())) {
      events.records().detachAll();
      return;
    }
    change(event, before, one -> one.moved(to));
    event.expand(today.day()).check(date, event.content(), to);
    dependants.requireMove(event.id(), event.content());
  }

  /** Writes what becomes of one occurrence. */
  void change(
      Event event,
      ChangedOccurrence before,
      Function<ChangedOccurrence, ChangedOccurrence> change) {
    event.put(change.apply(before));
    events.records().updateBySystem(event, event.content());
    event.expand(today.day());
    events.flush();
    days.keep(Map.of(event.id(), event.expand(today.day())));
  }
}
