package org.grappe.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an event lasts (RFC 5545, 3.3.6): days by the calendar, then time by the clock. */
record EventDuration(Period days, Duration time) {
  private static final Pattern DURATION =
      Pattern.compile(
          "(?i)\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?"
              + "(T(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}S)?)?");

  /**
   * The one that a line tells.
   *
   * @throws CalendarNote.Refusal where it is none
   */
  static EventDuration of(ContentLine line) {
    Matcher matcher = DURATION.matcher(line.value().strip());
    boolean some = matcher.matches() && line.value().chars().anyMatch(Character::isDigit);
    if (!some) {
      throw line.noMoment();
    }
    String time = matcher.group(3);
    try {
      return new EventDuration(
          Period.ofDays(7 * number(matcher.group(1)) + number(matcher.group(2))),
          time == null ? Duration.ZERO : Duration.parse("P" + time));
    } catch (DateTimeException none) {
      throw line.noMoment();
    }
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** The end of what lasts so long wherever clocks may not jump meanwhile, as for a series. */
  LocalDateTime after(LocalDateTime begins) {
    return begins.plus(days).plus(time);
  }

  /** The end by the clock of a zone, which may jump meanwhile. */
  LocalDateTime after(LocalDateTime begins, ZoneId zone) {
    LocalDateTime nominal = after(begins);
    if (time.isZero()) {
      return nominal;
    }
    LocalDateTime exact = begins.plus(days).atZone(zone).plus(time).toLocalDateTime();
    return exact.isAfter(begins) ? exact : nominal;
  }
}
