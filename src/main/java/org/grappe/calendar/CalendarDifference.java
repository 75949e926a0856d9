package org.grappe.calendar;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.recurrence.Recurrence;

/**
 * What a file says of an event otherwise than the own calendar does.
 *
 * @param own what that says; empty where the event is new, or its day isn't known
 */
record CalendarDifference(CalendarEvent file, Optional<CalendarEvent> own) {
  /** What the file says, or what is known where the own calendar says the same of it. */
  <T> T either(Function<CalendarEvent, T> field, T known) {
    return isSame(field) ? known : field.apply(file);
  }

  /** Whether it begins and ends at the same times. */
  boolean hasSameTimes() {
    return isSame(CalendarEvent::startsOn)
        && isSame(CalendarEvent::endsOn)
        && isSame(CalendarEvent::startTime)
        && isSame(CalendarEvent::endTime)
        && (file.startTime() == null || isSame(CalendarEvent::zone));
  }

  private <T> boolean isSame(Function<CalendarEvent, T> field) {
    return own.isPresent() && Objects.equals(field.apply(own.get()), field.apply(file));
  }

  /** The rule, in its one spelling. */
  String rule(String known) {
    return isSame(CalendarDifference::spelled) ? known : spelled(file);
  }

  private static String spelled(CalendarEvent event) {
    return event.rule() == null
        ? null
        : Recurrence.parse(event.rule()).text(event.startTime(), event.zone());
  }

  /** Occurrences that only the file moves or cancels so. */
  List<CalendarEvent.Change> changes() {
    List<CalendarEvent.Change> told = own.map(CalendarEvent::changes).orElse(List.of());
    return file.changes().stream().filter(change -> !told.contains(change)).toList();
  }
}
