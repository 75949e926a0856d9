package org.grappe.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.OccurrenceContent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.recurrence.Recurrence;

/** The occurrences of a series that take place otherwise than its rule has it, or not at all. */
final class EntryChanges {
  /** A series that was cancelled on the way shows so many years of what does not take place. */
  private static final int YEARS_CANCELLED = 1;

  private static final int MOST = 400;

  private final CalendarRow row;
  private final Map<LocalDate, CalendarEvent.Change> changes = new TreeMap<>();

  EntryChanges(CalendarRow row) {
    this.row = row;
    row.changed().forEach(one -> changes.put(one.date(), change(one)));
  }

  /** By the days of the rule. */
  List<CalendarEvent.Change> inOrder() {
    return List.copyOf(changes.values());
  }

  /**
   * Cancels what would take place from the day on which the series is cancelled; the last of it.
   */
  LocalDate cancelRest(Recurrence rule) {
    List<LocalDate> gone = gone(rule);
    gone.forEach(date -> changes.put(date, cancelled(date)));
    return gone.isEmpty() ? row.cancelledOn() : gone.get(gone.size() - 1);
  }

  /** The days of the rule that no longer take place, for the year after the cancellation. */
  private List<LocalDate> gone(Recurrence rule) {
    LocalDate from = row.cancelledOn();
    return rule
        .from(row.firstDay(), row.startTime(), row.zone())
        .until(from.plusYears(YEARS_CANCELLED), Integer.MAX_VALUE, Set.copyOf(row.exceptions()))
        .stream()
        .filter(date -> !startOf(date).isBefore(from))
        .limit(MOST)
        .toList();
  }

  private LocalDate startOf(LocalDate date) {
    return Optional.ofNullable(changes.get(date)).map(CalendarEvent.Change::startsOn).orElse(date);
  }

  private CalendarEvent.Change cancelled(LocalDate date) {
    CalendarEvent.Change moved = changes.getOrDefault(date, change(ChangedOccurrence.none(date)));
    return new CalendarEvent.Change(
        date,
        moved.startsOn(),
        moved.endsOn(),
        moved.startTime(),
        moved.endTime(),
        moved.venue(),
        true);
  }

  private CalendarEvent.Change change(ChangedOccurrence one) {
    OccurrenceContent to = one.moved() == null ? OccurrenceContent.AS_PLANNED : one.moved();
    LocalDate starts = either(to.startsOn(), one.date());
    long more = ChronoUnit.DAYS.between(row.firstDay(), row.lastDay());
    return new CalendarEvent.Change(
        one.date(),
        starts,
        either(to.endsOn(), starts.plusDays(more)),
        either(to.startTime(), row.startTime()),
        either(to.endTime(), row.endTime()),
        either(to.venue(), row.venue()),
        row.isSince(one.cancelledOn()));
  }

  private static <T> T either(T moved, T planned) {
    return moved == null ? planned : moved;
  }
}
