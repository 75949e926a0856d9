package org.grappe.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.icalendar.CalendarEventBuilder;
import org.junit.jupiter.api.Test;

class CalendarDifferenceTest {
  private static final LocalDate DAY = LocalDate.of(2024, 4, 9);
  private static final CalendarEvent.Change MOVED =
      new CalendarEvent.Change(DAY, DAY.plusDays(1), DAY.plusDays(1), null, null, null, false);
  private static final CalendarEvent OWN = event("told", "FREQ=DAILY;COUNT=4");

  @Test
  void what_the_own_calendar_says_too_stays_as_it_is_known() {
    CalendarDifference none = new CalendarDifference(OWN, Optional.of(OWN));
    assertEquals("known", none.either(CalendarEvent::name, "known"));
    assertEquals("known", none.rule("known"));
    assertTrue(none.hasSameTimes());
    assertEquals(List.of(), none.changes());
  }

  @Test
  void what_is_told_otherwise_or_for_the_first_time_counts() {
    CalendarEvent file = event("other", "FREQ=DAILY;COUNT=5").withStartTime(LocalTime.NOON);
    for (Optional<CalendarEvent> own : List.of(Optional.of(OWN), Optional.<CalendarEvent>empty())) {
      CalendarDifference all = new CalendarDifference(file, own);
      assertEquals("other", all.either(CalendarEvent::name, "known"));
      assertEquals("FREQ=DAILY;COUNT=5", all.rule("known"));
      assertFalse(all.hasSameTimes());
    }
    assertEquals(List.of(MOVED), new CalendarDifference(OWN, Optional.empty()).changes());
  }

  @Test
  void a_rule_in_another_spelling_is_the_same_and_the_zone_counts_where_a_time_is_told() {
    CalendarEvent file = event("told", "COUNT=4;INTERVAL=1;FREQ=DAILY");
    assertEquals("known", new CalendarDifference(file, Optional.of(OWN)).rule("known"));
    ZoneId elsewhere = ZoneId.of("America/New_York");
    assertTrue(new CalendarDifference(OWN.withZone(elsewhere), Optional.of(OWN)).hasSameTimes());
    CalendarEvent timed = OWN.withStartTime(LocalTime.NOON);
    assertFalse(
        new CalendarDifference(timed.withZone(elsewhere), Optional.of(timed)).hasSameTimes());
  }

  private static CalendarEvent event(String name, String rule) {
    return CalendarEventBuilder.builder()
        .name(name)
        .startsOn(DAY)
        .endsOn(DAY)
        .zone(ZoneId.of("Europe/Paris"))
        .rule(rule)
        .changes(List.of(MOVED))
        .build();
  }
}
