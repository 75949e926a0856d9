package org.grappe.icalendar;

import static java.util.stream.Collectors.joining;
import static org.grappe.icalendar.CalendarWriterTest.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What calendars of other programs tell is read, and what can't be taken is told with its reason.
 */
class CalendarReaderTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void a_real_calendar_is_read_without_a_fault() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/data/calendar-lyon-tech-hub.ics")) {
      List<CalendarComponent> read = parts(file.readAllBytes(), ZoneId.of("UTC"));
      assertEquals(4, read.size());
      assertTrue(read.stream().allMatch(one -> one.reason() == null && one.notes().isEmpty()));
      assertEquals(LocalDate.of(2024, 4, 9), read.get(0).event().endsOn());
      assertNull(read.get(0).event().startTime());
      assertEquals("[HYJ] Unconf avril 2024", read.get(0).name());
      assertEquals(
          "L'augusterie, 39 rue Alexandre Boutin 69100 Villeurbanne", read.get(0).event().venue());
      CalendarEvent winter = read.get(1).event();
      assertEquals(LocalTime.of(19, 0), winter.startTime());
      assertEquals(PARIS, winter.zone());
      CalendarEvent series = read.get(2).event();
      assertEquals("FREQ=MONTHLY;UNTIL=20200301T225959Z;BYDAY=2TU", series.rule());
      assertEquals(LocalTime.of(19, 0), series.startTime());
      assertEquals(LocalTime.of(21, 0), series.endTime());
      assertEquals(
          "[2019-08-13, 2019-10-08, 2019-11-12, 2019-12-10, 2020-02-11]",
          series.exceptions().toString());
      assertEquals(7, read.get(3).event().exceptions().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;VALUE=DATE:20240409 | 2024-04-09..2024-04-09",
        "DTSTART;VALUE=DATE:20240409,DTEND;VALUE=DATE:20240410 | 2024-04-09..2024-04-09",
        "DTSTART;VALUE=DATE:20240409,DTEND;VALUE=DATE:20240412 | 2024-04-09..2024-04-11",
        "DTSTART;VALUE=DATE:20240409,DTEND;VALUE=DATE:20240409 | 2024-04-09..2024-04-09",
        "DTSTART;VALUE=DATE:20240409,DURATION:P3D | 2024-04-09..2024-04-11",
        "DTSTART;VALUE=DATE:20240409,DURATION:P1W | 2024-04-09..2024-04-15",
        "DTSTART:20240409T190000 | 2024-04-09T19:00..2024-04-09 Europe/Paris floating",
        "DTSTART:20240409T170000Z | 2024-04-09T19:00..2024-04-09 Europe/Paris",
        "DTSTART:20240209T170000Z | 2024-02-09T18:00..2024-02-09 Europe/Paris",
        "DTSTART:20240409T230000Z,DTEND:20240410T000000Z | 2024-04-10T01:00..2024-04-10T02:00"
            + " Europe/Paris",
        "DTSTART:20240409T170000Z,RRULE:FREQ=DAILY | 2024-04-09T17:00..2024-04-09 Etc/UTC",
        "DTSTART;TZID=America/New_York:20240409T190000,DURATION:PT2H |"
            + " 2024-04-09T19:00..2024-04-09T21:00 America/New_York",
        "DTSTART;TZID=Europe/Paris:20240409T190000,DTEND:20240409T190000Z |"
            + " 2024-04-09T19:00..2024-04-09T21:00 Europe/Paris",
        "DTSTART;TZID=Europe/Paris:20240330T190000,DURATION:PT12H |"
            + " 2024-03-30T19:00..2024-03-31T08:00 Europe/Paris",
        "DTSTART;TZID=Europe/Paris:20240330T190000,DURATION:P1D |"
            + " 2024-03-30T19:00..2024-03-31T19:00 Europe/Paris",
        "DTSTART:20240409T190000,DTEND:20240409T180000 | 2024-04-09T19:00..2024-04-09 Europe/Paris"
            + " floating lost",
        "DTSTART:20240409T190000Z,DURATION:-PT2H | 2024-04-09T21:00..2024-04-09 Europe/Paris lost",
        "DTSTART:20240409T190000Z,DURATION:PT | 2024-04-09T21:00..2024-04-09 Europe/Paris lost",
        "DTSTART;TZID=Europe/Paris:20240409T190000,DTEND;TZID=Europe/Paris:20240409T190000 |"
            + " 2024-04-09T19:00..2024-04-09 Europe/Paris",
        "DTSTART;TZID=\"Romance Standard Time\":20240409T190000 | 2024-04-09T19:00..2024-04-09"
            + " Europe/Paris",
        "DTSTART;TZID=Romance Standard Time:20240409T190000 | 2024-04-09T19:00..2024-04-09"
            + " Europe/Paris",
        "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Paris:20240409T190000 |"
            + " 2024-04-09T19:00..2024-04-09 Europe/Paris",
        "DTSTART;TZID=/citadel.org/20210210_1/Europe/Luxembourg:20240409T190000 |"
            + " 2024-04-09T19:00..2024-04-09 Europe/Luxembourg",
      })
  void days_and_times_are_read_as_they_are_meant(String lines, String expected) {
    CalendarComponent read = one(lines.split(",(?=[A-Z])"));
    assertNull(read.reason(), String.valueOf(read.reason()));
    CalendarEvent event = read.event();
    String found =
        event.startsOn()
            + (event.startTime() == null ? "" : "T" + event.startTime())
            + ".."
            + event.endsOn()
            + (event.endTime() == null ? "" : "T" + event.endTime())
            + (event.startTime() == null ? "" : " " + event.zone())
            + read.notes().stream().map(note -> " " + note.key().substring(9)).collect(joining());
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;TZID=Moon/Crater:20240409T190000 | calendar.zone",
        "DTSTART:20240230T190000 | calendar.moment",
        "DTSTART:tomorrow | calendar.moment",
        "DTSTART:20240409T190000,RDATE:20240410T190000 | calendar.rule",
        "DTSTART:20240409T190000,EXRULE:FREQ=DAILY | calendar.rule",
        "DTSTART:20240409T190000,RRULE:FREQ=DAILY,RRULE:FREQ=WEEKLY | calendar.rule",
        "DTSTART:20240409T190000,CLASS:PRIVATE | calendar.private",
        "DESCRIPTION:x | calendar.no-start",
      })
  void what_cannot_be_taken_is_left_out_with_its_reason(String lines, String reason) {
    CalendarComponent read = one(lines.split(",(?=[A-Z])"));
    assertNull(read.event());
    assertEquals(reason, read.reason().key());
    assertEquals("uid-1", read.uid());
    assertEquals("Atelier", read.name());
  }

  @Test
  void what_is_no_event_is_named_and_alarms_and_zones_are_none() {
    List<CalendarComponent> read =
        read(
            "BEGIN:VTODO",
            "UID:t",
            "SUMMARY:todo",
            "END:VTODO",
            "BEGIN:VJOURNAL",
            "END:VJOURNAL",
            "BEGIN:VFREEBUSY",
            "END:VFREEBUSY",
            "BEGIN:VTIMEZONE",
            "TZID:x",
            "BEGIN:STANDARD",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:e",
            "DTSTART:20240409T190000Z",
            "BEGIN:VALARM",
            "SUMMARY:wake",
            "END:VALARM",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "SUMMARY:x",
            "DTSTART:20240409T190000Z",
            "END:VEVENT");
    assertEquals(
        "VTODO calendar.kind, VJOURNAL calendar.kind, VFREEBUSY calendar.kind,"
            + " VEVENT calendar.no-name",
        read.stream()
            .limit(4)
            .map(one -> one.kind() + " " + one.reason().key())
            .collect(joining(", ")));
    assertEquals("calendar.no-uid", read.get(4).notes().get(0).key());
  }

  @Test
  void occurrences_that_were_moved_or_cancelled_belong_to_their_series() {
    List<CalendarComponent> read =
        read(
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:moved",
            "RECURRENCE-ID:20240514T170000Z",
            "DTSTART;TZID=Europe/Paris:20240515T183000",
            "DTEND;TZID=Europe/Paris:20240515T203000",
            "LOCATION:ailleurs",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:S",
            "DTSTART;TZID=Europe/Paris:20240409T190000",
            "RRULE:FREQ=MONTHLY;BYDAY=2TU",
            "LOCATION:ici",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:s",
            "RECURRENCE-ID;TZID=Europe/Paris:20240611T190000",
            "DTSTART;TZID=Europe/Paris:20240611T190000",
            "STATUS:CANCELLED",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:s",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20240611T190000",
            "DTSTART:20240611T190000",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:other",
            "RECURRENCE-ID:20240611T190000",
            "DTSTART:20240611T190000",
            "END:VEVENT");
    assertEquals(
        "2024-05-14, s, 2024-06-11, calendar.range, calendar.no-series",
        read.stream()
            .map(
                one ->
                    one.reason() != null
                        ? one.reason().key()
                        : one.event() != null ? one.uid() : one.occurrence().toString())
            .collect(joining(", ")));
    List<CalendarEvent.Change> changes = read.get(1).event().changes();
    assertEquals(2, changes.size());
    assertEquals(LocalDate.of(2024, 5, 15), changes.get(0).startsOn());
    assertEquals(LocalTime.of(18, 30), changes.get(0).startTime());
    assertEquals("ailleurs", changes.get(0).venue());
    assertTrue(changes.get(1).cancelled());
    assertEquals("ici", changes.get(1).venue());
  }

  @Test
  void of_two_with_one_uid_the_newer_counts() {
    List<CalendarComponent> read =
        read(
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:old",
            "DTSTART:20240409",
            "SEQUENCE:1",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:new",
            "DTSTART:20240409",
            "SEQUENCE:2",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:same",
            "DTSTART:20240409",
            "SEQUENCE:2",
            "LAST-MODIFIED:never",
            "END:VEVENT");
    assertEquals("calendar.twice", read.get(0).reason().key());
    assertNull(read.get(1).reason());
    assertEquals("calendar.twice", read.get(2).reason().key());
  }

  @Test
  void of_two_components_that_tell_of_one_occurrence_the_first_counts() {
    List<CalendarComponent> read =
        read(
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:series",
            "DTSTART;VALUE=DATE:20240409",
            "RRULE:FREQ=DAILY;COUNT=3",
            "END:VEVENT",
            occurrence("first"),
            occurrence("second"));
    assertNull(read.get(1).reason());
    assertEquals("calendar.twice", read.get(2).reason().key());
    assertEquals("first", read.get(0).event().changes().get(0).venue());
    assertEquals(1, read.get(0).event().changes().size());
  }

  private static String occurrence(String venue) {
    return String.join(
        "\r\n",
        "BEGIN:VEVENT",
        "UID:s",
        "SUMMARY:series",
        "RECURRENCE-ID;VALUE=DATE:20240410",
        "DTSTART;VALUE=DATE:20240411",
        "LOCATION:" + venue,
        "END:VEVENT");
  }

  @Test
  void texts_are_unescaped_and_too_long_ones_shortened_aloud() {
    CalendarComponent read =
        one(
            "DTSTART:20240409",
            "DESCRIPTION:a\\, b\\; c\\\\d\\ne\\Nf é 😀",
            "URL:javascript:alert(1)",
            "LOCATION:" + "x".repeat(401));
    assertEquals("a, b; c\\d\ne\nf é 😀", read.event().description());
    assertNull(read.event().url());
    assertEquals(400, read.event().venue().length());
    assertEquals(
        "calendar.shortened, calendar.url",
        read.notes().stream().map(CalendarNote::key).collect(joining(", ")));
    assertEquals("https://x.fr/é", one("DTSTART:20240409", "URL:https://x.fr/é").event().url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://user@host.example/", "https://host.example:99999/", "https://[:]/"})
  void an_address_that_no_event_here_can_have_is_left_out_aloud(String address) {
    CalendarComponent read = one("DTSTART:20240409", "URL:" + address);
    assertNull(read.event().url());
    assertEquals(List.of("calendar.url"), read.notes().stream().map(CalendarNote::key).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STATUS:WEIRD | unread STATUS WEIRD",
        "STATUS:CANCELED | taken-for STATUS CANCELLED",
        "CLASS:SECRET | unread CLASS SECRET",
        "SEQUENCE:abc | unread SEQUENCE abc",
        "SEQUENCE:-1 | unread SEQUENCE -1",
        "LAST-MODIFIED:never | unread LAST-MODIFIED never",
        "DTSTAMP:never | unread DTSTAMP never",
        "DTEND:20240409T110000Z,DURATION:PT2H | end-twice DURATION",
        "DTEND:20240409T110000Z,DURATION:PT1H | ''",
        "DTEND:20240409T110060Z | taken-for DTEND 2024-04-09T11:00:59",
        "DTEND:20240409T110000.5Z | taken-for DTEND 2024-04-09T11:00",
        "DESCRIPTION;ALTREP=\"cid:x:hello | quote DESCRIPTION",
        "DESCRIPTION;ALTREP=\"cid:x\":hello | ''",
        "X-OTHER;A=\"cid:x:hello | ''",
        "DESCRIPTION:a\u0001b | controls DESCRIPTION",
        "LOCATION:a\u0000b | controls LOCATION",
        "SUMMARY:Atelier | ''",
        "STATUS:TENTATIVE | ''",
      })
  void what_is_dropped_or_replaced_is_told_with_line_and_property(String lines, String expected) {
    String[] all = ("DTSTART:20240409T100000Z," + lines).split(",(?=[A-Z])");
    CalendarComponent read = one(all);
    assertNull(read.reason());
    int line = 5 + all.length;
    assertEquals(expected.isEmpty() ? "" : "%d %s".formatted(line, expected), told(read));
  }

  @Test
  void an_hour_that_whole_days_do_not_have_is_told() {
    assertEquals(
        "6 taken-for DTSTART 2030-02-09", told(one("DTSTART;VALUE=DATE:20300209T100000Z")));
    assertEquals(
        "7 taken-for DTEND 2030-02-10", told(one("DTSTART:20300209", "DTEND:20300210T100000Z")));
    assertEquals("", told(one("DTSTART:20300209", "DTEND:20300210T000000")));
  }

  @Test
  void what_an_occurrence_does_not_have_by_itself_is_told() {
    List<CalendarComponent> read =
        read(
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:S",
            "DTSTART:20240409",
            "RRULE:FREQ=DAILY;COUNT=3",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:s",
            "SUMMARY:other",
            "RECURRENCE-ID:20240410",
            "DTSTART:20240410",
            "STATUS:WEIRD",
            "END:VEVENT");
    assertEquals("11 of-series SUMMARY, 14 unread STATUS WEIRD", told(read.get(1)));
  }

  @Test
  void a_calendar_that_was_cut_off_says_so() {
    String file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:s\nUID:u\nDTSTART:20240409\nEND:VEVENT\n";
    assertEquals("[calendar.cut [6]]", notes(file));
    assertEquals("[]", notes(file + "END:VCALENDAR\n"));
    assertEquals("[]", notes(file + "END:VCALENDAR\n" + file.substring(16)));
    assertEquals("[calendar.unended [VCALENDAR, 1]]", notes(file + file + "END:VCALENDAR\n"));
    String zone = "X-WR-TIMEZONE:Moon\nBEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\nEND:VCALENDAR";
    assertEquals("[calendar.unread [7, X-WR-TIMEZONE, Moon]]", notes(file + zone));
  }

  private static String notes(String file) {
    return ReadCalendar.of(file.getBytes(StandardCharsets.UTF_8), PARIS).notes().stream()
        .map(note -> note.key() + " " + note.args())
        .toList()
        .toString();
  }

  private static String told(CalendarComponent read) {
    return read.notes().stream()
        .map(
            note ->
                note.args().get(0)
                    + " "
                    + note.key().substring(9)
                    + note.args().stream().skip(1).map(arg -> " " + arg).collect(joining()))
        .collect(joining(", "));
  }

  @Test
  void folded_lines_are_put_together_even_within_a_character() {
    byte[] text =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20240409\r\nSUMMARY:é\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream folded = new ByteArrayOutputStream();
    for (byte octet : text) {
      folded.write(octet);
      if (octet == (byte) 0xC3) {
        folded.writeBytes(new byte[] {'\r', '\n', ' '});
      }
    }
    assertEquals("é", parts(folded.toByteArray(), PARIS).get(0).name());
    byte[] latin =
        new String(text, StandardCharsets.UTF_8).getBytes(Charset.forName("windows-1252"));
    assertEquals("é", parts(latin, PARIS).get(0).name());
    byte[] marked =
        ("\uFEFF" + new String(text, StandardCharsets.UTF_8).replace("\r\n", "\n\n"))
            .toLowerCase(java.util.Locale.ROOT)
            .getBytes(StandardCharsets.UTF_8);
    assertEquals("é", parts(marked, PARIS).get(0).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "hello",
        "{\"events\": []}",
        "<html></html>",
        "BEGIN:VCARD\r\nEND:VCARD",
        "BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR\r\nno colon\r\nEND:VCALENDAR",
        "END:VCALENDAR",
      })
  void what_is_no_calendar_is_refused(String text) {
    assertThrows(NotACalendar.class, () -> parts(text.getBytes(StandardCharsets.UTF_8), PARIS));
  }

  @Test
  void deep_nesting_and_ten_mebibytes_do_no_harm() {
    String deep = "BEGIN:VCALENDAR\r\n" + "BEGIN:X\r\n".repeat(1_000_000);
    assertEquals(1, parts(deep.getBytes(StandardCharsets.UTF_8), PARIS).size());
    String one =
        "BEGIN:VEVENT\r\nUID:u%d\r\nSUMMARY:%s\r\nDTSTART:20240409T190000Z\r\nEND:VEVENT\r\n";
    StringBuilder long_ = new StringBuilder("BEGIN:VCALENDAR\r\n");
    for (int i = 0; i < 30_000; i++) {
      long_.append(one.formatted(i, "é".repeat(120)));
    }
    long_.append("END:VCALENDAR\r\n");
    byte[] file = long_.toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(
        30_000, assertTimeoutPreemptively(Duration.ofSeconds(20), () -> parts(file, PARIS)).size());
  }

  @Test
  void what_was_written_is_read_as_it_was() {
    CalendarEvent series =
        event()
            .on("2019-04-09", "2019-04-09")
            .at("19:00", "21:00")
            .every("FREQ=MONTHLY;UNTIL=20200301T225959Z;BYDAY=2TU", "2019-08-13", "2019-10-08")
            .build();
    CalendarEvent read =
        parts(CalendarWriterTest.text(series).getBytes(StandardCharsets.UTF_8), PARIS)
            .get(0)
            .event();
    assertEquals(series.rule(), read.rule());
    assertEquals(series.exceptions(), read.exceptions());
    assertEquals(series.startTime(), read.startTime());
    assertEquals(series.endTime(), read.endTime());
    assertEquals(series.zone(), read.zone());
    assertEquals(series.url(), read.url());
    assertEquals("espace Diagora, Labège", read.venue());
    assertEquals(7, read.sequence());
  }

  private static List<CalendarComponent> parts(byte[] file, ZoneId usual) {
    return ReadCalendar.of(file, usual).components();
  }

  private static CalendarComponent one(String... lines) {
    return read("BEGIN:VEVENT\r\nUID:uid-1\r\nSUMMARY:Atelier\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VEVENT")
        .get(0);
  }

  private static List<CalendarComponent> read(String... lines) {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
    return parts(text.getBytes(StandardCharsets.UTF_8), PARIS);
  }
}
