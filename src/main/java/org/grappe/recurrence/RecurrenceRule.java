package org.grappe.recurrence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a rule consists of; lists are empty where it doesn't have that part.
 *
 * @param count how often it takes place; null where nothing counts
 * @param weekStart the day that begins a week
 */
record RecurrenceRule(
    Frequency frequency,
    int interval,
    Integer count,
    Until until,
    List<Integer> months,
    List<Integer> weeks,
    List<Integer> yearDays,
    List<Integer> monthDays,
    List<Weekday> weekdays,
    List<Integer> positions,
    DayOfWeek weekStart) {

  /** How long a period is from which days are chosen. */
  enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
  }

  /**
   * A day of the week.
   *
   * @param ordinal which of them in the month or year, from the end where negative; 0 means each
   */
  record Weekday(int ordinal, DayOfWeek day) {
    @Override
    public String toString() {
      return (ordinal == 0 ? "" : ordinal) + day.name().substring(0, 2);
    }
  }

  /**
   * The end of a rule, in one of the three ways in which it may be told.
   *
   * @param day a day; else null
   * @param local a local time; else null
   * @param instant a time in UTC; else null
   */
  record Until(LocalDate day, LocalDateTime local, Instant instant) {

    /** Whether what begins on that day begins after the end. */
    boolean isBefore(LocalDate begins, LocalTime time, ZoneId zone) {
      if (time == null || day != null) {
        return begins.isAfter(lastDay(zone));
      }
      LocalDateTime start = begins.atTime(time);
      return local != null ? start.isAfter(local) : start.atZone(zone).toInstant().isAfter(instant);
    }

    /** The same end as RFC 5545 wants it: a day for whole days, else a time in UTC. */
    Until told(LocalTime time, ZoneId zone) {
      if (time == null) {
        return new Until(lastDay(zone), null, null);
      }
      if (instant != null) {
        return this;
      }
      LocalDateTime end = local != null ? local : day.atTime(time);
      return new Until(null, null, end.atZone(zone).toInstant());
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
        return RecurrenceText.DAY.format(day);
      }
      return local != null
          ? RecurrenceText.TIME.format(local)
          : RecurrenceText.TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }
  }

  /**
   * The same rule with this end, which takes the place of a count; without one where it is null.
   */
  RecurrenceRule until(Until end) {
    return new RecurrenceRule(
        frequency,
        interval,
        end == null ? count : null,
        end,
        months,
        weeks,
        yearDays,
        monthDays,
        weekdays,
        positions,
        weekStart);
  }
}
