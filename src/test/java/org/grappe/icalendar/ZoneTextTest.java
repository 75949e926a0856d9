package org.grappe.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The definition of a zone says what Java itself means by a local time there. */
class ZoneTextTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @ValueSource(ints = {1974, 1985, 1995, 2007, 2026, 2031, 2060, 2199})
  void whoever_reads_it_knows_each_change_of_the_clocks(int year) {
    for (String id : CalendarZones.KNOWN) {
      ZoneRules rules = ZoneId.of(id).getRules();
      ZoneDefinition read = read(ZoneId.of(id));
      Instant start = Instant.parse(year + "-01-01T00:00:00Z");
      Stream<Instant> months =
          IntStream.range(0, 12).mapToObj(month -> start.plus(Duration.ofDays(30L * month)));
      Stream<Instant> changes =
          Stream.iterate(
                  rules.nextTransition(start),
                  next -> next != null && next.getInstant().isBefore(start.plusSeconds(31_536_000)),
                  next -> rules.nextTransition(next.getInstant()))
              .map(ZoneOffsetTransition::getInstant)
              .flatMap(at -> Stream.of(at.minusSeconds(1), at));
      Stream.concat(months, changes)
          .forEach(at -> assertEquals(rules.getOffset(at), read.at(at), id + " " + at));
    }
  }

  private static ZoneDefinition read(ZoneId zone) {
    String file = "BEGIN:VCALENDAR\r\n" + ZoneText.of(zone) + "\r\nEND:VCALENDAR\r\n";
    RawComponent calendar =
        CalendarLexer.read(file.getBytes(StandardCharsets.UTF_8)).calendars().get(0);
    return ZoneDefinition.of(calendar.parts().get(0)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "Europe/Paris, FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "America/New_York, FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "America/Nuuk, 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA'",
  })
  void what_clocks_do_each_year_is_a_rule(String zone, String rule) {
    assertTrue(ZoneText.of(ZoneId.of(zone)).contains("RRULE:" + rule + "\r\n"));
  }

  @Test
  void single_changes_are_dates_and_offsets_may_have_seconds() {
    String text = ZoneText.of(PARIS);
    assertTrue(text.contains("TZOFFSETFROM:+000921\r\n"), text);
    assertTrue(text.contains("RDATE:19400225T020000\r\n"), text);
    assertEquals(ZoneOffset.ofHours(2), read(PARIS).at(Instant.parse("1944-07-01T00:00:00Z")));
  }
}
