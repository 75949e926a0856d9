package org.grappe.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A zone is found by every name that programs give it, or by the rules that the file has. */
class ZoneNamesTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void every_zone_of_windows_is_the_one_that_cldr_has() {
    Map<String, String> table = ZoneTables.windows();
    assertEquals("Etc/UTC", table.remove("UTC"), "the IANA has a zone of that name, too");
    assertTrue(table.size() > 130);
    table.forEach(
        (name, zone) -> {
          assertTrue(CalendarZones.isKnown(zone), zone);
          for (String written :
              List.of(name, name.toLowerCase(java.util.Locale.ROOT), name + " 1")) {
            assertEquals(zone, ZoneNames.exactly(written, 2030).orElseThrow().getId(), written);
          }
        });
  }

  @Test
  void every_zone_of_the_iana_is_found_by_its_name_in_any_case_and_its_own_definition() {
    for (String id : CalendarZones.KNOWN) {
      assertEquals(id, ZoneNames.exactly(id, 2030).orElseThrow().getId());
      String path = "/example.org/x_1/" + id;
      assertEquals(id, ZoneNames.exactly(path, 2030).orElseThrow().getId(), path);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Morocco Standard Time | 2026-07-08T14:00 | +01:00 | true",
        "Hawaiian Standard Time | 2026-07-08T14:00 | -10:00 | true",
        "UTC+12 | 2026-01-08T14:00 | +12:00 | true",
        "Samoa Standard Time | 2026-01-08T14:00 | +13:00 | true",
        "Saint Pierre Standard Time | 2026-01-08T14:00 | -03:00 | true",
        "Marquesas Standard Time | 2026-01-08T14:00 | -09:30 | true",
        "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris | 2030-07-08T14:00 | +02:00 | true",
        "(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris | 2030-07-08T14:00 | +02:00 | false",
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien | 2030-07-08T14:00 | +02:00 |"
            + " false",
        "(UTC+02:00) Helsinki, Kiew, Riga, Sofia, Tallinn, Wilna | 2030-07-08T14:00 | +03:00 |"
            + " false",
        "(UTC-05:00) Est (É.-U. et Canada) | 2030-07-08T14:00 | -05:00 | false",
        "UTC+1 | 2030-07-08T14:00 | +01:00 | true",
        "UTC-02 | 2030-07-08T14:00 | -02:00 | true",
        "GMT+01:00 | 2030-07-08T14:00 | +01:00 | true",
        "UTC+5:30 | 2030-07-08T14:00 | +05:30 | true",
        "GMT-03:30 | 2030-07-08T14:00 | -03:30 | true",
        "Etc/GMT-1 | 2030-07-08T14:00 | +01:00 | true",
        "europe/paris | 2030-07-08T14:00 | +02:00 | true",
        "Romance Standard Time 2007 | 2030-07-08T14:00 | +02:00 | true",
        "Romance Daylight Time | 2030-07-08T14:00 | +02:00 | true",
        "W. Europe | 2030-07-08T14:00 | +02:00 | true",
        "\"Europe/Paris\" | 2030-07-08T14:00 | +02:00 | true",
        "tzone://Microsoft/Utc | 2030-07-08T14:00 | Z | true",
        "Asia/Calcutta | 2030-07-08T14:00 | +05:30 | true",
        "CEST | 2030-07-08T14:00 | +02:00 | true",
        "EST | 2030-07-08T14:00 | -05:00 | true",
        "MST | 2030-07-08T14:00 | -07:00 | true",
        "hst | 2030-07-08T14:00 | -10:00 | true",
      })
  void a_name_has_its_offset(String name, LocalDateTime at, String offset, boolean sure) {
    FoundZone found =
        new FileZones(new RawComponent("VCALENDAR", 1), PARIS, new ZoneEffort())
            .of(name, at)
            .orElseThrow();
    assertEquals(offset, at.atZone(found.zone()).getOffset().getId());
    assertEquals(sure, found.sure());
  }

  /** Each zone's own rules, under a name that says nothing, lead to clocks that go alike. */
  @Test
  void a_name_that_nobody_knows_is_found_by_the_rules_of_the_file() {
    int same = 0;
    for (String id : ZoneTables.windows().values()) {
      String definition = ZoneText.of(ZoneId.of(id)).replaceAll("TZID:.*", "TZID:Ours");
      for (LocalDateTime at :
          List.of(
              LocalDateTime.parse("2026-01-08T14:00"), LocalDateTime.parse("2026-07-08T14:00"))) {
        CalendarComponent read = read(definition, at);
        CalendarEvent event = read.event();
        boolean told = !read.notes().isEmpty();
        boolean right =
            event
                .startsOn()
                .atTime(event.startTime())
                .atZone(event.zone())
                .toInstant()
                .equals(at.atZone(ZoneId.of(id)).toInstant());
        assertTrue(right || told, id + " " + at + " " + event.zone());
        same += right ? 1 : 0;
      }
    }
    assertTrue(same > 260, same + " of " + 2 * ZoneTables.windows().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-0500 | -0400 | 2SU;BYMONTH=3 | 020000 | 1SU;BYMONTH=11 | 020000 | America/New_York",
        "-0500 | -0400 | 2SU;BYMONTH=3 | 000000 | 1SU;BYMONTH=11 | 010000 | America/Havana",
        "-0800 | -0700 | 2SU;BYMONTH=3 | 020000 | 1SU;BYMONTH=11 | 020000 | America/Los_Angeles",
        "+0000 | +0100 | -1SU;BYMONTH=3 | 010000 | -1SU;BYMONTH=10 | 020000 | Europe/London",
        "+0100 | +0200 | -1SU;BYMONTH=3 | 020000 | -1SU;BYMONTH=10 | 030000 | Europe/Paris",
        "+1000 | +1100 | 1SU;BYMONTH=10 | 020000 | 1SU;BYMONTH=4 | 030000 | Australia/Sydney",
      })
  void rules_lead_to_the_zone_that_changes_at_the_same_hour(
      String winter, String summer, String on, String at, String off, String until, String zone) {
    String rules =
        """
        BEGIN:VTIMEZONE
        TZID:Ours
        BEGIN:STANDARD
        DTSTART:16010101T%6$s
        TZOFFSETFROM:%2$s
        TZOFFSETTO:%1$s
        RRULE:FREQ=YEARLY;BYDAY=%5$s
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T%4$s
        TZOFFSETFROM:%1$s
        TZOFFSETTO:%2$s
        RRULE:FREQ=YEARLY;BYDAY=%3$s
        END:DAYLIGHT
        END:VTIMEZONE
        """
            .formatted(winter, summer, on, at, off, until);
    for (String day : List.of("2030-01-08T14:00", "2030-03-20T14:00", "2030-07-08T14:00")) {
      CalendarComponent read = read(rules, LocalDateTime.parse(day));
      assertEquals(zone, read.event().zone().getId(), day);
      assertEquals(List.of(), read.notes());
    }
  }

  @Test
  void rules_of_nobody_are_taken_as_their_offset_and_that_is_said() {
    String odd =
        """
        BEGIN:VTIMEZONE
        TZID:Ours
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0500
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=1MO;BYMONTH=5
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0500
        RRULE:FREQ=YEARLY;BYDAY=1MO;BYMONTH=2
        END:DAYLIGHT
        END:VTIMEZONE
        """;
    CalendarComponent read = read(odd, LocalDateTime.parse("2030-03-08T14:00"));
    assertEquals("Etc/GMT-5", read.event().zone().getId());
    assertFalse(read.notes().isEmpty());
  }

  private static CalendarComponent read(String definition, LocalDateTime at) {
    String file =
        "BEGIN:VCALENDAR\n%s\nBEGIN:VEVENT\nUID:u\nSUMMARY:s\nDTSTART;TZID=Ours:%s00\nEND:VEVENT\nEND:VCALENDAR"
            .formatted(definition, at.toString().replaceAll("[-:]", ""));
    return ReadCalendar.of(file.getBytes(StandardCharsets.UTF_8), PARIS).components().get(0);
  }
}
