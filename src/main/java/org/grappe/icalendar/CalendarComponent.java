package org.grappe.icalendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A component of a calendar that was read.
 *
 * @param kind its name there, {@code VEVENT} for events
 * @param uid null where it has none
 * @param name null where it has none
 * @param event what it tells; null where it is left out, or tells of one occurrence
 * @param occurrence the day by the rule of the occurrence that it tells of, which is among the
 *     changes of its event; else null
 * @param reason why it is left out; null where it isn't
 * @param notes what was taken otherwise than it stands there
 */
public record CalendarComponent(
    String kind,
    String uid,
    String name,
    CalendarEvent event,
    LocalDate occurrence,
    CalendarNote reason,
    List<CalendarNote> notes) {

  /** A component that tells of an event. */
  static CalendarComponent of(RawComponent raw, CalendarEvent event) {
    return new CalendarComponent(
        raw.name(), event.uid(), event.name(), event, null, null, raw.notes().all());
  }

  /** A component that tells of one occurrence. */
  static CalendarComponent of(RawComponent raw, CalendarEvent.Change change) {
    return new CalendarComponent(
        raw.name(),
        raw.text("UID"),
        raw.text("SUMMARY"),
        null,
        change.date(),
        null,
        raw.notes().all());
  }

  static CalendarComponent leftOut(RawComponent raw, String key, Object... args) {
    return leftOut(raw, CalendarNote.of(key, args));
  }

  static CalendarComponent leftOut(RawComponent raw, CalendarNote reason) {
    return new CalendarComponent(
        raw.name(), raw.text("UID"), raw.text("SUMMARY"), null, null, reason, raw.notes().all());
  }

  /** The same, with what occurrences change of its event. */
  CalendarComponent with(List<CalendarEvent.Change> changes) {
    return new CalendarComponent(kind, uid, name, event.withChanges(changes), null, null, notes);
  }
}
