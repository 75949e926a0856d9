package org.grappe.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, another library reads; no text of a user becomes more than a text. */
class CalendarWriterTest {
  private static final Instant NOW = Instant.parse("2015-06-05T10:11:12Z");

  @Test
  void a_calendar_says_what_it_is_and_how_often_to_ask() {
    String text = written("Événements", 3);
    for (String line :
        List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Grappe//Grappe 1//EN",
            "CALSCALE:GREGORIAN",
            "NAME:Événements",
            "X-WR-CALNAME:Événements",
            "X-WR-TIMEZONE:Europe/Paris",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            "SOURCE;VALUE=URI:http://localhost/api/v1/events.ics?cluster=digital-place",
            "COMMENT:3 left out: the day is not known.",
            "END:VCALENDAR")) {
      assertTrue(text.contains(line + "\r\n"), line);
    }
    assertFalse(written("Événements", 0).contains("COMMENT"));
  }

  @Test
  void a_whole_day_ends_before_the_day_after_its_last() {
    VEvent read = read(event().on("2015-06-04", "2015-06-05").build()).get(0);
    assertTrue(
        text(event().on("2015-06-04", "2015-06-05").build()).contains("DTEND;VALUE=DATE:20150606"));
    assertFalse(read.getDateStart().getValue().hasTime());
    assertEquals("014d2685-9c00-7013-8000-000000000004", read.getUid().getValue());
    assertEquals("Innovation IT Day", read.getSummary().getValue());
    assertTrue(read.getStatus().isConfirmed());
    assertEquals(7, read.getSequence().getValue());
    assertEquals(NOW, read.getDateTimeStamp().getValue().toInstant());
    assertEquals("DigitalPlace", read.getOrganizer().getCommonName());
    assertEquals("espace Diagora, Labège", read.getLocation().getValue());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28, 2026-03-28T18:00:00Z, 2026-03-28T20:00:00Z",
    "2026-03-29, 2026-03-29T17:00:00Z, 2026-03-29T19:00:00Z",
    "2026-10-25, 2026-10-25T18:00:00Z, 2026-10-25T20:00:00Z",
  })
  void a_local_time_is_the_right_instant_on_both_sides_of_the_clock_change(
      String day, Instant starts, Instant ends) {
    VEvent read = read(event().on(day, day).at("19:00", "21:00").build()).get(0);
    assertEquals(starts, read.getDateStart().getValue().toInstant());
    assertEquals(ends, read.getDateEnd().getValue().toInstant());
  }

  @Test
  void a_day_may_have_23_or_25_hours() {
    VEvent spring =
        read(event().on("2026-03-29", "2026-03-29").at("01:00", "05:00").build()).get(0);
    assertEquals(3 * 3_600_000, millis(spring));
    VEvent autumn =
        read(event().on("2026-10-25", "2026-10-25").at("01:00", "05:00").build()).get(0);
    assertEquals(5 * 3_600_000, millis(autumn));
    String gap = text(event().on("2026-03-29", "2026-03-29").at("02:30", "04:00").build());
    assertTrue(gap.contains("DTSTART;TZID=Europe/Paris:20260329T023000"), gap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "America/New_York", "Asia/Kolkata", "SystemV/EST5EDT"})
  void the_zone_is_defined_before_the_first_event_that_uses_it(String zone) {
    CalendarEvent event = event().on("2026-07-01", "2026-07-01").at("19:00", null).in(zone).build();
    String text = text(event, event);
    assertTrue(text.indexOf("BEGIN:VTIMEZONE") < text.indexOf("BEGIN:VEVENT"));
    assertEquals(text.indexOf("BEGIN:VTIMEZONE"), text.lastIndexOf("BEGIN:VTIMEZONE"));
    assertEquals(
        event.startsOn().atTime(19, 0).atZone(ZoneId.of(zone)).toInstant(),
        read(event).get(0).getDateStart().getValue().toInstant());
    assertEquals(null, read(event).get(0).getDateEnd());
  }

  @Test
  void every_zone_that_java_knows_can_be_written() {
    for (String zone :
        ZoneId.getAvailableZoneIds().stream().filter(CalendarZones::isKnown).toList()) {
      String text = text(event().on("2026-07-01", "2026-07-01").at("19:00", null).in(zone).build());
      boolean zoned = text.contains("DTSTART;TZID=" + zone + ":") && text.contains("TZID:" + zone);
      assertTrue(zoned || text.contains("DTSTART:20260701T190000Z"), zone);
    }
  }

  @Test
  void a_series_has_its_rule_its_exceptions_and_what_differs() {
    CalendarEvent series =
        event()
            .on("2019-04-09", "2019-04-09")
            .at("19:00", "21:00")
            .every("FREQ=MONTHLY;UNTIL=20200301T225959Z;BYDAY=2TU", "2019-08-13", "2019-10-08")
            .changed(change("2019-05-14", "2019-05-15", "18:30", false))
            .changed(change("2019-06-11", "2019-06-11", "19:00", true))
            .build();
    List<VEvent> read = read(series);
    assertEquals(3, read.size());
    assertEquals(
        "38slc1nh3ssaq09b5ac3tv7gpo@google.com 38slc1nh3ssaq09b5ac3tv7gpo@google.com",
        String.join(" ", List.of(read.get(1).getUid().getValue(), read.get(2).getUid().getValue()))
            .replace(
                "014d2685-9c00-7013-8000-000000000004", "38slc1nh3ssaq09b5ac3tv7gpo@google.com"));
    String text = text(series);
    assertTrue(text.contains("RRULE:FREQ=MONTHLY;UNTIL=20200301T225959Z;BYDAY=2TU\r\n"), text);
    assertTrue(text.contains("EXDATE;TZID=Europe/Paris:20190813T190000\r\n"), text);
    assertTrue(text.contains("RECURRENCE-ID;TZID=Europe/Paris:20190514T190000\r\n"), text);
    assertTrue(text.contains("DTSTART;TZID=Europe/Paris:20190515T183000\r\n"), text);
    assertTrue(read.get(1).getStatus().isConfirmed());
    assertTrue(read.get(2).getStatus().isCancelled());
    assertTrue(read.get(0).getStatus().isConfirmed());
  }

  @Test
  void a_series_of_whole_days_and_one_in_utc_keep_the_kind_of_their_start() {
    String days =
        text(
            event()
                .on("2025-01-01", "2025-01-01")
                .every("FREQ=DAILY;COUNT=3", "2025-01-02")
                .changed(
                    new CalendarEvent.Change(
                        LocalDate.of(2025, 1, 3),
                        LocalDate.of(2025, 1, 4),
                        LocalDate.of(2025, 1, 4),
                        null,
                        null,
                        null,
                        false))
                .build());
    assertTrue(days.contains("EXDATE;VALUE=DATE:20250102\r\n"), days);
    assertTrue(days.contains("RECURRENCE-ID;VALUE=DATE:20250103\r\n"), days);
    String utc =
        text(
            event()
                .on("2025-01-01", "2025-01-01")
                .at("19:00", null)
                .in("Etc/UTC")
                .every("FREQ=DAILY;COUNT=3", "2025-01-02")
                .build());
    assertTrue(utc.contains("DTSTART:20250101T190000Z\r\n"), utc);
    assertTrue(utc.contains("EXDATE:20250102T190000Z\r\n"), utc);
    assertFalse(utc.contains("VTIMEZONE"), utc);
  }

  @Test
  void a_partner_and_the_convention_are_named() {
    VEvent read =
        read(event()
                .on("2015-06-04", "2015-06-04")
                .shared("FrenchSouth.digital", "Convention; de, partage")
                .build())
            .get(0);
    assertEquals(
        "DigitalPlace shares it with FrenchSouth.digital under the convention"
            + " “Convention; de, partage”.",
        read.getComments().get(0).getValue());
    assertEquals(
        List.of("WORKSHOP", "Innovation, IT; Day"), read.getCategories().get(0).getValues());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:hacked",
        "x\nATTACH:http://evil.example",
        "x\rATTACH:http://evil.example",
        "x\u000bATTACH:http://evil.example",
        "x\fATTACH:http://evil.example",
        "x\u0085ATTACH:http://evil.example",
        "x\u2028ATTACH:http://evil.example",
        "x\u2029ATTACH:http://evil.example",
        "x\\nATTACH:http://evil.example",
        "x\";ROLE=CHAIR:mailto:evil@example.org\r\nATTACH:evil",
        "x\u001b\u0007\u0000\u007f\u009f,;:\\\"^n^'",
        "x\r\n ATTACH:evil",
      })
  void no_text_adds_a_line_or_a_property(String hostile) {
    CalendarEvent event =
        event().on("2015-06-04", "2015-06-04").saying(hostile).shared(hostile, hostile).build();
    String text = text(event);
    assertEquals(1, text.lines().filter("BEGIN:VEVENT"::equals).count());
    assertFalse(
        text.lines().anyMatch(line -> line.matches("(ATTACH|ROLE|SUMMARY:hacked).*")), text);
    assertFalse(
        text.replace("\r\n", "").matches("(?s).*[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029].*"),
        text);
    VEvent read = read(event).get(0);
    assertTrue(read.getAttachments().isEmpty());
    assertEquals(hostile.substring(0, 1), read.getSummary().getValue().substring(0, 1));
    assertTrue(read.getOrganizer().getUri().startsWith("http://localhost/"), read.toString());
    assertEquals(null, read.getOrganizer().getParameter("ROLE"));
  }

  @Test
  void lines_are_folded_at_75_octets_between_characters() {
    for (int shift = 0; shift < 8; shift++) {
      String long_ = "x".repeat(shift) + "é€😀ﬁ漢".repeat(60);
      CalendarEvent event = event().on("2015-06-04", "2015-06-04").saying(long_).build();
      String text = text(event);
      for (String line : text.split("\r\n")) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      }
      assertFalse(text.contains("\uFFFD"));
      assertEquals(long_, read(event).get(0).getSummary().getValue());
      assertEquals(long_, read(event).get(0).getDescription().getValue());
      assertEquals(long_, read(event).get(0).getOrganizer().getCommonName());
    }
  }

  private static long millis(VEvent event) {
    return event.getDateEnd().getValue().getTime() - event.getDateStart().getValue().getTime();
  }

  private static CalendarEvent.Change change(
      String date, String startsOn, String starts, boolean cancelled) {
    LocalDate day = LocalDate.parse(startsOn);
    LocalTime time = LocalTime.parse(starts);
    return new CalendarEvent.Change(
        LocalDate.parse(date), day, day, time, time.plusHours(2), "ailleurs", cancelled);
  }

  private static String written(String name, long leftOut) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CalendarWriter writer = new CalendarWriter(out);
    try {
      writer.begin(
          name,
          "Europe/Paris",
          "http://localhost/api/v1/events.ics?cluster=digital-place",
          leftOut);
      writer.end();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r\n ", "");
  }

  static String text(CalendarEvent... events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CalendarWriter writer = new CalendarWriter(out);
    try {
      writer.begin("Grappe", "Europe/Paris", "http://localhost/api/v1/events.ics", 0);
      for (CalendarEvent event : events) {
        writer.event(event);
      }
      writer.end();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<VEvent> read(CalendarEvent... events) {
    List<ICalendar> calendars = Biweekly.parse(text(events)).all();
    assertEquals(1, calendars.size());
    assertEquals(Arrays.asList(), calendars.get(0).getExperimentalComponents());
    return calendars.get(0).getEvents();
  }

  static EventBuilder event() {
    return new EventBuilder();
  }

  /** An event of which a test says what matters. */
  static final class EventBuilder {
    private String name = "Innovation IT Day";
    private String description;
    private String host = "DigitalPlace";
    private LocalDate startsOn;
    private LocalDate endsOn;
    private LocalTime startTime;
    private LocalTime endTime;
    private ZoneId zone = ZoneId.of("Europe/Paris");
    private String rule;
    private List<LocalDate> exceptions = List.of();
    private final List<CalendarEvent.Change> changes = new java.util.ArrayList<>();
    private List<CalendarEvent.Partner> partners = List.of();

    EventBuilder on(String first, String last) {
      startsOn = LocalDate.parse(first);
      endsOn = LocalDate.parse(last);
      return this;
    }

    EventBuilder at(String starts, String ends) {
      startTime = LocalTime.parse(starts);
      endTime = ends == null ? null : LocalTime.parse(ends);
      return this;
    }

    EventBuilder in(String id) {
      zone = ZoneId.of(id);
      return this;
    }

    EventBuilder every(String text, String... without) {
      rule = text;
      exceptions = Arrays.stream(without).map(LocalDate::parse).toList();
      return this;
    }

    EventBuilder changed(CalendarEvent.Change change) {
      changes.add(change);
      return this;
    }

    EventBuilder saying(String text) {
      name = text;
      description = text;
      host = text;
      return this;
    }

    EventBuilder shared(String partner, String convention) {
      partners = List.of(new CalendarEvent.Partner(partner, convention));
      return this;
    }

    CalendarEvent build() {
      return CalendarEventBuilder.builder()
          .uid("014d2685-9c00-7013-8000-000000000004")
          .sequence(7)
          .created(NOW)
          .modified(NOW)
          .name(name)
          .description(description)
          .startsOn(startsOn)
          .endsOn(endsOn)
          .startTime(startTime)
          .endTime(endTime)
          .zone(zone)
          .rule(rule)
          .exceptions(exceptions)
          .changes(changes)
          .cancelled(false)
          .venue("espace Diagora")
          .city("Labège")
          .url("https://example.org/innovation")
          .categories(List.of("WORKSHOP", "Innovation, IT; Day"))
          .host(new CalendarEvent.Host(host, "http://localhost/api/v1/clusters/digital-place"))
          .partners(partners)
          .build();
    }
  }
}
