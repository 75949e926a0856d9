package org.grappe.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules name the days that RFC 5545 gives for its own examples, and others that are easily wrong.
 */
class RecurrenceTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime SEVEN_PM = LocalTime.of(19, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 5545, section 3.8.5.3
        "FREQ=DAILY;COUNT=10 | 1997-09-02 | 97-09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11 END",
        "FREQ=DAILY;INTERVAL=2 | 1997-09-02 | 97-09-02 09-04 09-06",
        "FREQ=DAILY;INTERVAL=10;COUNT=5 | 1997-09-02 | 97-09-02 09-12 09-22 10-02 10-12 END",
        "FREQ=WEEKLY;COUNT=4 | 1997-09-02 | 97-09-02 09-09 09-16 09-23 END",
        "FREQ=WEEKLY;UNTIL=19970918T000000Z | 1997-09-02 | 97-09-02 09-09 09-16 END",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU | 1997-09-02 | 97-09-02 09-16 09-30 10-14 10-28 11-11",
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 97-09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02 END",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR | 1997-09-01 | 97-09-01 09-03 09-05 09-15 09-17 09-19 09-29",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 97-09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16 END",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR | 1997-09-05 | 97-09-05 10-03 11-07 12-05 98-01-02 02-06 03-06 04-03 05-01 06-05 END",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | 1997-09-07 | 97-09-07 09-28 11-02 11-30 98-01-04 01-25 03-01 03-29 05-03 05-31 END",
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | 1997-09-22 | 97-09-22 10-20 11-17 12-22 98-01-19 02-16 END",
        "FREQ=MONTHLY;BYMONTHDAY=-3 | 1997-09-28 | 97-09-28 10-29 11-28 12-29 98-01-29 02-26",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | 1997-09-02 | 97-09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15 98-01-02 01-15 END",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | 1997-09-30 | 97-09-30 10-01 10-31 11-01 11-30 12-01 12-31 98-01-01 01-31 02-01 END",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=4;BYMONTHDAY=10,11,12 | 1997-09-10 | 97-09-10 09-11 09-12 99-03-10 END",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU | 1997-09-02 | 97-09-02 09-09 09-16 09-23 09-30 11-04 11-11",
        "FREQ=YEARLY;COUNT=4;BYMONTH=6,7 | 1997-06-10 | 97-06-10 07-10 98-06-10 07-10 END",
        "FREQ=YEARLY;INTERVAL=2;COUNT=4;BYMONTH=1,2,3 | 1997-03-10 | 97-03-10 99-01-10 02-10 03-10 END",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200 | 1997-01-01 | 97-01-01 04-10 07-19 00-01-01 04-09 07-18 03-01-01 04-10 07-19 06-01-01 END",
        "FREQ=YEARLY;BYDAY=20MO | 1997-05-19 | 97-05-19 98-05-18 99-05-17",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO | 1997-05-12 | 97-05-12 98-05-11 99-05-17",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH | 1997-03-13 | 97-03-13 03-20 03-27 98-03-05 03-12",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | 1998-02-13 | 98-02-13 03-13 11-13 99-08-13 00-10-13",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13 | 1997-09-13 | 97-09-13 10-11 11-08 12-13 98-01-10",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8 | 1996-11-05 | 96-11-05 00-11-07 04-11-02",
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 1997-09-04 | 97-09-04 10-07 11-06 END",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2 | 1997-09-29 | 97-09-29 10-30 11-27 12-30 98-01-29",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 1997-08-05 | 97-08-05 08-10 08-19 08-24 END",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 1997-08-05 | 97-08-05 08-17 08-19 08-31 END",
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | 2007-01-15 | 07-01-15 01-30 02-15 03-15 03-30 END",
        // last Fridays, the 31st, leap days, years of 53 weeks, overlapping parts
        "FREQ=MONTHLY;BYDAY=-1FR | 2024-01-26 | 24-01-26 02-23 03-29 04-26",
        "FREQ=MONTHLY | 2025-01-31 | 25-01-31 03-31 05-31 07-31 08-31",
        "FREQ=YEARLY | 2096-02-29 | 96-02-29 04-02-29 08-02-29",
        "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR | 2016-12-30 | 16-12-30 17-12-29",
        "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO | 2024-12-30 | 24-12-30 25-12-29 27-01-04",
        "FREQ=MONTHLY;BYMONTHDAY=31,-1;COUNT=2 | 2025-01-31 | 25-01-31 02-28 END",
        "FREQ=DAILY;BYMONTH=1;COUNT=3 | 2025-01-30 | 25-01-30 01-31 26-01-01 END",
        "FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2 | 2024-02-29 | 24-02-29 28-02-29 32-02-29",
      })
  void a_rule_names_its_days(String rule, LocalDate first, String expected) {
    boolean ends = expected.endsWith("END");
    List<String> days = Arrays.asList(expected.replace(" END", "").split(" "));
    List<LocalDate> found =
        Recurrence.parse(rule)
            .from(first, NINE, NEW_YORK)
            .until(LocalDate.of(2200, 12, 31), days.size() + 1, Set.of());
    assertEquals(
        days.stream().map(day -> day.substring(day.length() - 5)).toList(),
        found.stream().limit(days.size()).map(day -> day.toString().substring(5)).toList());
    assertEquals(days.get(0).substring(0, 2), first.toString().substring(2, 4));
    assertEquals(ends, found.size() == days.size(), found.toString());
  }

  @Test
  void the_series_of_the_lyon_calendar_has_the_days_that_its_readme_names() {
    Set<LocalDate> exceptions = days("2019-08-13 2019-10-08 2019-11-12 2019-12-10 2020-02-11");
    Recurrence rule = Recurrence.parse("FREQ=MONTHLY;UNTIL=20200301T225959Z;BYDAY=2TU");
    assertEquals(
        "[2019-04-09, 2019-05-14, 2019-06-11, 2019-07-09, 2019-09-10, 2020-01-14]",
        rule.from(LocalDate.of(2019, 4, 9), SEVEN_PM, PARIS)
            .until(LocalDate.of(2030, 1, 1), 99, exceptions)
            .toString());
    Recurrence second = Recurrence.parse("FREQ=MONTHLY;BYDAY=2TU");
    assertTrue(second.isEndless());
    assertEquals(
        "[2024-01-09, 2024-03-12, 2024-05-14, 2024-06-11]",
        second
            .from(LocalDate.of(2024, 1, 9), SEVEN_PM, PARIS)
            .until(LocalDate.of(2024, 6, 30), 99, days("2024-02-13 2024-04-09"))
            .toString());
  }

  @ParameterizedTest
  @CsvSource({
    "20200301T225959Z, 19:00, 2020-03-01",
    "20200301T180000Z, 19:00, 2020-03-01",
    "20200301T175959Z, 19:00, 2020-02-29",
    "20200301T190000, 19:00, 2020-03-01",
    "20200301T185959, 19:00, 2020-02-29",
    "20200301, 19:00, 2020-03-01",
    "20200301, , 2020-03-01",
    "20200301T225959Z, , 2020-03-01",
    "20200301T230000Z, , 2020-03-02",
  })
  void the_end_counts_in_the_zone_and_at_the_time_of_the_start(
      String until, LocalTime time, LocalDate last) {
    Recurrence rule = Recurrence.parse("FREQ=DAILY;UNTIL=" + until);
    List<LocalDate> days =
        rule.from(LocalDate.of(2020, 2, 27), time, PARIS)
            .until(LocalDate.of(2021, 1, 1), 99, Set.of());
    assertEquals(last, days.get(days.size() - 1));
    assertFalse(rule.isEndless());
  }

  @Test
  void an_exception_is_counted_and_the_window_ends_the_days() {
    LocalDate first = LocalDate.of(2025, 1, 1);
    RuleDays four = Recurrence.parse("FREQ=DAILY;COUNT=4").from(first, null, PARIS);
    LocalDate late = LocalDate.of(2026, 1, 1);
    assertEquals(
        "[2025-01-01, 2025-01-03, 2025-01-04]",
        four.until(late, 99, days("2025-01-02")).toString());
    assertEquals(
        "[2025-01-01, 2025-01-02]", four.until(LocalDate.of(2025, 1, 2), 99, Set.of()).toString());
    assertEquals(1, four.until(late, 1, Set.of()).size());
    assertTrue(four.haveFirst());
    assertFalse(Recurrence.parse("FREQ=MONTHLY;BYDAY=2TU").from(first, null, PARIS).haveFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=9999;BYMONTH=2;BYMONTHDAY=31;COUNT=1000000",
        "FREQ=YEARLY;INTERVAL=9999;BYYEARDAY=366"
      })
  void a_rule_that_never_comes_true_ends_soon(String rule) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertEquals(
                List.of(),
                Recurrence.parse(rule)
                    .from(LocalDate.of(1801, 1, 1), null, PARIS)
                    .until(LocalDate.MAX, 10, Set.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rrule:freq=monthly;byday=2tu | FREQ=MONTHLY;BYDAY=2TU",
        "BYDAY=+2TU;INTERVAL=1;FREQ=MONTHLY; | FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=DAILY;UNTIL=20200301T225959Z | FREQ=DAILY;UNTIL=20200301T225959Z",
        "FREQ=WEEKLY;WKST=MO;BYDAY=TU,TU,SU | FREQ=WEEKLY;BYDAY=TU,SU",
        "FREQ=WEEKLY;WKST=SU;COUNT=010 | FREQ=WEEKLY;COUNT=10;WKST=SU",
      })
  void a_rule_has_one_spelling(String text, String expected) {
    assertEquals(expected, Recurrence.parse(text).toString());
    assertEquals(Recurrence.parse(expected), Recurrence.parse(text));
  }

  @Test
  void a_calendar_tells_the_end_in_the_kind_of_the_start() {
    String day = "FREQ=DAILY;UNTIL=20200701";
    assertEquals(day, Recurrence.parse(day).text(null, PARIS));
    assertEquals("FREQ=DAILY;UNTIL=20200701T170000Z", Recurrence.parse(day).text(SEVEN_PM, PARIS));
    assertEquals(
        "FREQ=DAILY;UNTIL=20200701",
        Recurrence.parse("FREQ=DAILY;UNTIL=20200630T220000Z").text(null, PARIS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "every second Tuesday",
        "FREQ",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;BYMINUTE=9",
        "FREQ=DAILY;BYSECOND=9",
        "FREQ=DAILY;COUNT=2;UNTIL=20200101",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;;COUNT=2",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=99999999999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;UNTIL=20200230",
        "FREQ=DAILY;UNTIL=2020",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYMONTH=-1",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYDAY=0TU",
        "FREQ=MONTHLY;BYDAY=2",
        "FREQ=MONTHLY;BYDAY=2TU,",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYMONTHDAY=2",
        "FREQ=MONTHLY;BYWEEKNO=2",
        "FREQ=MONTHLY;BYYEARDAY=2",
        "FREQ=YEARLY;BYWEEKNO=2;BYDAY=1MO",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=DAILY;WKST=XX",
        "FREQ=DAILY;RSCALE=GREGORIAN",
        "FREQ=DAILY;X-OTHER=1",
        "FREQ=DAILY\r\nDTSTART:20200101",
      })
  void what_is_no_rule_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Recurrence.parse(text));
  }

  private static Set<LocalDate> days(String text) {
    return Arrays.stream(text.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
  }
}
