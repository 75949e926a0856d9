package org.grappe.icalendar;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Optional;
import java.util.stream.IntStream;

/** What clocks do each year as a rule of RFC 5545. */
final class ClockRule {
  private ClockRule() {}

  /**
   * The rule that gives the local days; empty where none does, as for days around the end of a
   * month.
   *
   * @param first the first change by it that is told
   */
  static Optional<String> of(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
    int day = rule.getDayOfMonthIndicator();
    Month month = rule.getMonth();
    LocalDate local = first.getDateTimeBefore().toLocalDate();
    // a change told in UTC may be on another day there
    int shift = (int) ChronoUnit.DAYS.between(nominal(rule, local.getYear()), local);
    String yearly = "FREQ=YEARLY;BYMONTH=" + month.getValue();
    if (rule.getDayOfWeek() == null) {
      boolean fits = day > 0 && day + shift > 0 && day + shift <= month.minLength();
      return fits ? Optional.of(yearly + ";BYMONTHDAY=" + (day + shift)) : Optional.empty();
    }
    DayOfWeek weekday = rule.getDayOfWeek().plus(shift);
    String name = weekday.name().substring(0, 2);
    boolean last = day == -1 || (month != Month.FEBRUARY && day == month.maxLength() - 6);
    if (shift == 0 && (last || (day > 0 && day <= 22 && day % 7 == 1))) {
      return Optional.of(yearly + ";BYDAY=" + (last ? -1 : day / 7 + 1) + name);
    }
    int from = shift + (day > 0 ? day : month.maxLength() + day - 5);
    boolean fits = from > 0 && from + 6 <= month.minLength();
    String days = IntStream.range(from, from + 7).mapToObj(String::valueOf).collect(joining(","));
    return fits ? Optional.of(yearly + ";BYMONTHDAY=" + days + ";BYDAY=" + name) : Optional.empty();
  }

  /** The day of the rule, whatever the hour is there. */
  private static LocalDate nominal(ZoneOffsetTransitionRule rule, int year) {
    int day = rule.getDayOfMonthIndicator();
    LocalDate first = LocalDate.of(year, rule.getMonth(), 1);
    if (day < 0) {
      LocalDate last = first.with(TemporalAdjusters.lastDayOfMonth()).plusDays(day + 1);
      return rule.getDayOfWeek() == null
          ? last
          : last.with(TemporalAdjusters.previousOrSame(rule.getDayOfWeek()));
    }
    LocalDate from = first.withDayOfMonth(day);
    return rule.getDayOfWeek() == null
        ? from
        : from.with(TemporalAdjusters.nextOrSame(rule.getDayOfWeek()));
  }
}
