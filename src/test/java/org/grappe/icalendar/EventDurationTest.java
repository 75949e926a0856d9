package org.grappe.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDurationTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "PT2H, 2024-04-09T14:00",
    "pt90m, 2024-04-09T13:30",
    "P1W2D, 2024-04-18T12:00",
    "+P1DT1H1M1S, 2024-04-10T13:01:01",
    "P0D, 2024-04-09T12:00",
  })
  void a_duration_leads_from_the_beginning_to_the_end(String text, LocalDateTime end) {
    assertEquals(end, duration(text).after(LocalDateTime.parse("2024-04-09T12:00")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "-PT1H", "PT1S1H", "2H", "P1Y"})
  void what_is_no_duration_is_refused_with_its_line(String text) {
    CalendarNote reason = assertThrows(CalendarNote.Refusal.class, () -> duration(text)).reason();
    assertEquals("calendar.moment", reason.key());
    assertEquals(7, reason.args().get(2));
  }

  @Test
  void hours_go_by_the_clock_of_a_zone_and_days_by_its_calendar() {
    LocalDateTime before = LocalDateTime.parse("2024-03-30T12:00");
    assertEquals("2024-03-31T13:00", duration("PT24H").after(before, PARIS).toString());
    assertEquals("2024-03-31T12:00", duration("PT24H").after(before).toString());
    assertEquals("2024-03-31T12:00", duration("P1D").after(before, PARIS).toString());
  }

  @Test
  void an_end_that_the_clock_shows_before_the_beginning_is_told_as_if_it_did_not_jump() {
    LocalDateTime late = LocalDateTime.parse("2024-10-27T02:30");
    assertEquals("2024-10-27T03:00", duration("PT30M").after(late, PARIS).toString());
  }

  private static EventDuration duration(String text) {
    return EventDuration.of(new ContentLine(7, "DURATION", Map.of(), text));
  }
}
