package org.grappe.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.OccurrenceContent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.recurrence.Recurrence;
import org.grappe.value.PartialDate;
import org.junit.jupiter.api.Test;

class EntryChangesTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final Recurrence DAILY = Recurrence.parse("FREQ=DAILY;COUNT=5");

  @Test
  void what_is_moved_lasts_as_long_as_planned_and_is_told_by_day() {
    List<CalendarEvent.Change> told =
        new EntryChanges(row(null, moved(4, 10), moved(2, 20))).inOrder();
    assertEquals(List.of(day(2), day(4)), told.stream().map(CalendarEvent.Change::date).toList());
    assertEquals(day(20), told.get(0).startsOn());
    assertEquals(day(21), told.get(0).endsOn());
    assertEquals(LocalTime.NOON, told.get(0).startTime());
    assertEquals("Lyon", told.get(0).venue());
    assertFalse(told.get(0).cancelled());
  }

  @Test
  void an_occurrence_is_cancelled_from_the_day_on_which_it_was() {
    ChangedOccurrence today = new ChangedOccurrence(day(2), null, day(3), null, List.of());
    ChangedOccurrence later = new ChangedOccurrence(day(4), null, day(4), null, List.of());
    List<CalendarEvent.Change> told = new EntryChanges(row(null, today, later)).inOrder();
    assertTrue(told.get(0).cancelled());
    assertFalse(told.get(1).cancelled());
  }

  @Test
  void the_rest_of_a_series_is_what_takes_place_from_the_day_on_wherever_it_was_moved() {
    EntryChanges changes = new EntryChanges(row(day(3), moved(1, 5), moved(4, 2)));
    assertEquals(day(5), changes.cancelRest(DAILY));
    assertEquals(
        List.of(day(1), day(3), day(5)),
        changes.inOrder().stream()
            .filter(CalendarEvent.Change::cancelled)
            .map(CalendarEvent.Change::date)
            .toList());
    assertEquals(day(5), changes.inOrder().get(0).startsOn());
  }

  @Test
  void of_a_series_that_is_over_nothing_is_left_to_cancel() {
    EntryChanges changes = new EntryChanges(row(day(9)));
    assertEquals(day(9), changes.cancelRest(DAILY));
    assertEquals(List.of(), changes.inOrder());
  }

  private static ChangedOccurrence moved(int date, int to) {
    OccurrenceContent moved = new OccurrenceContent(day(to), null, null, null, null);
    return new ChangedOccurrence(day(date), moved, null, null, List.of());
  }

  private static LocalDate day(int day) {
    return FIRST.withDayOfMonth(day);
  }

  private static CalendarRow row(LocalDate cancelledOn, ChangedOccurrence... changed) {
    return CalendarRowBuilder.builder()
        .startsOn(PartialDate.of(FIRST))
        .endsOn(PartialDate.of(day(2)))
        .startTime(LocalTime.NOON)
        .timezone("Europe/Paris")
        .venue("Lyon")
        .exceptions(List.of())
        .changed(List.of(changed))
        .cancelledOn(cancelledOn)
        .day(day(3))
        .build();
  }
}
