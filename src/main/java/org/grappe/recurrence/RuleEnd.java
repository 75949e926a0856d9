package org.grappe.recurrence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dmfs.rfc5545.DateTime;

/**
 * The end of a rule, in one of the three ways in which it may be told.
 *
 * @param day a day; else null
 * @param local a local time; else null
 * @param instant a time in UTC; else null
 */
record RuleEnd(LocalDate day, LocalDateTime local, Instant instant) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  static RuleEnd on(LocalDate day) {
    return new RuleEnd(day, null, null);
  }

  /**
   * The end of a rule that the library has read.
   *
   * @throws IllegalArgumentException for a day or time that there is not
   */
  static RuleEnd read(DateTime until, String rule) {
    try {
      RuleEnd end = of(until);
      // the library takes the 31st of February for a day of March
      if (rule.toUpperCase(Locale.ROOT).contains("UNTIL=" + end)) {
        return end;
      }
    } catch (DateTimeException none) {
      throw new IllegalArgumentException("UNTIL", none);
    }
    throw new IllegalArgumentException("UNTIL");
  }

  private static RuleEnd of(DateTime end) {
    LocalDate day = LocalDate.of(end.getYear(), end.getMonth() + 1, end.getDayOfMonth());
    if (end.isAllDay()) {
      return on(day);
    }
    LocalDateTime time = day.atTime(end.getHours(), end.getMinutes(), end.getSeconds());
    return end.isFloating()
        ? new RuleEnd(null, time, null)
        : new RuleEnd(null, null, time.toInstant(ZoneOffset.UTC));
  }

  /** Whether what begins on that day begins after the end. */
  boolean isBefore(LocalDate begins, LocalTime time, ZoneId zone) {
    if (time == null || day != null) {
      return begins.isAfter(lastDay(zone));
    }
    LocalDateTime start = begins.atTime(time);
    return local != null ? start.isAfter(local) : start.atZone(zone).toInstant().isAfter(instant);
  }

  /** The same end as RFC 5545 wants it: a day for whole days, else a time in UTC. */
  RuleEnd told(LocalTime time, ZoneId zone) {
    if (time == null) {
      return on(lastDay(zone));
    }
    if (instant != null) {
      return this;
    }
    LocalDateTime end = local != null ? local : day.atTime(time);
    return new RuleEnd(null, null, end.atZone(zone).toInstant());
  }

  /** The last day on which something may begin. */
  LocalDate lastDay(ZoneId zone) {
    if (day != null) {
      return day;
    }
    LocalDate last = local != null ? local.toLocalDate() : LocalDate.ofInstant(instant, zone);
    // who means never tells the last moment of 9999, which is in a year of five digits elsewhere
    return last.getYear() > 9999 ? LocalDate.of(9999, 12, 31) : last;
  }

  @Override
  public String toString() {
    if (day != null) {
      return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
    return local != null ? TIME.format(local) : TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
  }
}
