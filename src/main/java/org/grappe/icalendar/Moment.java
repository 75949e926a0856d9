package org.grappe.icalendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day or a time as a calendar tells it.
 *
 * @param time the day's first instant where only the day is told
 * @param isDay whether it is a whole day
 * @param zone null for a day, and for a time that is meant wherever one is
 */
record Moment(LocalDateTime time, boolean isDay, ZoneId zone) {
  /** As RFC 5545 has it, or with the signs of ISO 8601 and without seconds. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[Tt ](\\d\\d):?(\\d\\d)(?::?(\\d\\d))?(?:\\.\\d+)?)?"
              + "\\s*([Zz]|[+-]\\d\\d:?\\d\\d)?");

  /**
   * Reads one value of a line.
   *
   * @param zones the zone of a name, of a time in it
   * @throws CalendarNote.Refusal where it is none, or its zone isn't known
   */
  static Moment read(
      ContentLine line, String value, BiFunction<String, LocalDateTime, ZoneId> zones) {
    try {
      Matcher shape = SHAPE.matcher(value.strip());
      if (shape.matches()) {
        LocalDateTime time = time(shape);
        if (shape.group(4) == null || line.parameter("VALUE").equalsIgnoreCase("DATE")) {
          return new Moment(time.toLocalDate().atStartOfDay(), true, null);
        }
        return new Moment(time, false, zone(shape.group(7), line.parameter("TZID"), time, zones));
      }
    } catch (DateTimeException none) {
      throw unread(line, value);
    }
    throw unread(line, value);
  }

  /** Whether a value that was read says more than was taken of it. */
  static boolean isCut(ContentLine line, String value) {
    Matcher shape = SHAPE.matcher(value.strip());
    return shape.matches()
        && shape.group(4) != null
        && (line.parameter("VALUE").equalsIgnoreCase("DATE")
            || "60".equals(shape.group(6))
            || value.matches(".*\\.0*[1-9].*"));
  }

  /** Whether a value that was read is a time that tells its offset by itself. */
  static boolean tellsOffset(String value) {
    Matcher shape = SHAPE.matcher(value.strip());
    return shape.matches() && shape.group(4) != null && shape.group(7) != null;
  }

  static CalendarNote.Refusal unread(ContentLine line, String value) {
    String text = CalendarText.line(value);
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new CalendarNote.Refusal("moment", line.name(), shown, line.number());
  }

  private static ZoneId zone(
      String offset,
      String named,
      LocalDateTime time,
      BiFunction<String, LocalDateTime, ZoneId> zones) {
    if (offset == null) {
      return named.isBlank() ? null : zones.apply(named, time);
    }
    return offset.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(offset);
  }

  private static LocalDateTime time(Matcher shape) {
    LocalDate day =
        LocalDate.of(number(shape.group(1)), number(shape.group(2)), number(shape.group(3)));
    if (shape.group(4) == null) {
      return day.atStartOfDay();
    }
    int hour = number(shape.group(4));
    int minute = number(shape.group(5));
    int second = shape.group(6) == null ? 0 : number(shape.group(6));
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    return midnight
        ? day.plusDays(1).atStartOfDay()
        : day.atTime(LocalTime.of(hour, minute, second == 60 ? 59 : second));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** The local time of a line, whatever its zone. */
  static Optional<LocalDateTime> localTime(ContentLine line) {
    try {
      return Optional.of(read(line, line.value(), (name, at) -> ZoneOffset.UTC).time());
    } catch (CalendarNote.Refusal none) {
      return Optional.empty();
    }
  }

  /** Whether it is told in UTC, or by an offset. */
  boolean isUtc() {
    return zone instanceof ZoneOffset;
  }

  boolean isFloating() {
    return !isDay && zone == null;
  }

  /**
   * The local time in a zone; what has no zone is meant there. In its own zone it stays as it is
   * written, though the clock skips it.
   */
  LocalDateTime in(ZoneId there) {
    return zone == null || zone.equals(there)
        ? time
        : time.atZone(zone).withZoneSameInstant(there).toLocalDateTime();
  }

  /** Whether its local time in a zone means the same instant there. */
  boolean isKeptIn(ZoneId there) {
    return zone == null
        || zone.equals(there)
        || in(there).atZone(there).toInstant().equals(time.atZone(zone).toInstant());
  }
}
