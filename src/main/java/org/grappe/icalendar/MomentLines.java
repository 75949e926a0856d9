package org.grappe.icalendar;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the days and times of an event in its zone. */
final class MomentLines {
  /** A local time (RFC 5545, 3.3.5). */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final ContentLines lines;
  private final ZoneId zone;

  MomentLines(ContentLines lines, ZoneId zone) {
    this.lines = lines;
    this.zone = zone;
  }

  /** When something begins and ends, whole days where no time is told. */
  void when(LocalDate first, LocalDate last, LocalTime starts, LocalTime ends) throws IOException {
    at("DTSTART", first, starts);
    if (starts == null) {
      at("DTEND", last.plusDays(1), null);
    } else if (ends != null) {
      at("DTEND", last, ends);
    } else if (last.isAfter(first)) {
      at("DTEND", last.plusDays(1), LocalTime.MIDNIGHT);
    }
  }

  /**
   * A day or a local time as it stands: a reader makes of one that a day lacks what RFC 5545 says.
   */
  void at(String property, LocalDate day, LocalTime time) throws IOException {
    if (time == null) {
      lines.write(property + ";VALUE=DATE", DAY.format(day));
    } else if (CalendarZones.isUtc(zone)) {
      lines.write(property, TIME.format(day.atTime(time)) + "Z");
    } else {
      String named = CalendarText.parameter(zone.getId());
      lines.write(property + ";TZID=" + named, TIME.format(day.atTime(time)));
    }
  }

  /** An instant, told in UTC. */
  void at(String property, Instant instant) throws IOException {
    lines.write(property, TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z");
  }
}
