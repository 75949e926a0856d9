package org.grappe.event.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * A day or a time as a calendar tells it.
 *
 * @param time the day's first instant where only the day is told
 * @param isDay whether it is a whole day
 * @param zone null for a day, and for a time that is meant wherever one is
 */
record Moment(LocalDateTime time, boolean isDay, ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads one value of a line.
   *
   * @throws CalendarNote.Refusal where it is none, or its zone isn't known
   */
  static Moment read(RawComponent.Line line, String value) {
    String text = value.strip();
    try {
      if (text.length() == 8) {
        return new Moment(LocalDate.parse(text, DAY).atStartOfDay(), true, null);
      }
      if (text.endsWith("Z")) {
        LocalDateTime utc = LocalDateTime.parse(text.substring(0, text.length() - 1), TIME);
        return new Moment(utc, false, ZoneOffset.UTC);
      }
      String named = line.parameter("TZID");
      ZoneId zone =
          named.isEmpty()
              ? null
              : CalendarZones.named(named)
                  .orElseThrow(() -> new CalendarNote.Refusal("zone", named));
      return new Moment(LocalDateTime.parse(text, TIME), false, zone);
    } catch (DateTimeException none) {
      throw new CalendarNote.Refusal("moment", line.name(), shown(value));
    }
  }

  boolean isUtc() {
    return ZoneOffset.UTC.equals(zone);
  }

  boolean isFloating() {
    return !isDay && zone == null;
  }

  /** The local time in a zone; what has no zone is meant there. */
  LocalDateTime in(ZoneId there) {
    return zone == null ? time : time.atZone(zone).withZoneSameInstant(there).toLocalDateTime();
  }

  private static String shown(String value) {
    String text = CalendarText.line(value);
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
