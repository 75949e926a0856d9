package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.calendar.CalendarReport.Outcome;
import org.grappe.config.Today;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.EventContent;
import org.grappe.event.KnownEvent;
import org.grappe.event.Occurrences;
import org.grappe.event.WrittenEvent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Ids;
import org.grappe.value.Ref;
import org.grappe.value.Violations;

/** Says what becomes of one event of a calendar. */
@ApplicationScoped
class EventTaking {
  private final Ids ids;
  private final Today today;

  EventTaking(Ids ids, Today today) {
    this.ids = ids;
    this.today = today;
  }

  /**
   * What becomes of it; whatever is to be written yet is told with that.
   *
   * @param known what there is of it
   * @throws Problem where it can't be taken up
   */
  TakenEvent take(
      CalendarEvent event, Optional<KnownEvent> known, Hosting hosting, boolean dryRun) {
    ImportedEvent imported = new ImportedEvent(event, known, today.day());
    EventContent content = content(imported, event, hosting);
    Set<LocalDate> days = Occurrences.of(content, List.of(), today.day()).dates();
    List<ChangedOccurrence> changes =
        imported.changes().stream().filter(change -> days.contains(change.date())).toList();
    Optional<LocalDate> cancelled = imported.cancelledOn(today.day());
    boolean says = !changes.isEmpty() || cancelled.isPresent();
    if (!says && known.map(KnownEvent::content).equals(Optional.of(content))) {
      return new TakenEvent(Outcome.UNCHANGED, ref(known.get().id(), event), null, days, null);
    }
    UUID id = known.map(KnownEvent::id).orElseGet(ids::next);
    WrittenEvent written =
        WrittenEvent.of(
            id,
            event.uid(),
            known.orElse(null),
            content,
            cancelled.or(() -> known.map(KnownEvent::cancelledOn)).orElse(null),
            changes,
            today.day());
    ImportBounds.requireEnd(written, hosting);
    Outcome outcome = known.isEmpty() ? Outcome.MADE : Outcome.UPDATED;
    Ref ref = known.isEmpty() && dryRun ? null : ref(id, event);
    return new TakenEvent(outcome, ref, null, days, written);
  }

  private static EventContent content(
      ImportedEvent imported, CalendarEvent event, Hosting hosting) {
    ImportBounds.require(event, hosting);
    EventContent content = imported.content(hosting);
    Violations violations = new Violations();
    content.check("", violations);
    Problems.raise(violations);
    return content;
  }

  private static Ref ref(UUID event, CalendarEvent file) {
    return new Ref(event, file.name(), null);
  }
}
