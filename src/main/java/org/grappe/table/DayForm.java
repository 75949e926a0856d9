package org.grappe.table;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way in which days, or the month that is all that is known of one, are written in digits. */
enum DayForm {
  TURNED("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})(?:" + Time.TEXT + ")?", 1, 3, 4),
  FRENCH("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:" + Time.TEXT + ")?", 4, 3, 1),
  MONTH("(\\d{1,2})[/.-](\\d{4})", 2, 1, 0),
  YEAR_MONTH("(\\d{4})[/.](\\d{1,2})", 1, 2, 0),
  COMPACT("((?:1[89]|2[01])\\d{2})(\\d{2})(\\d{2})", 1, 2, 3);

  private final Pattern pattern;
  private final int year;
  private final int month;
  private final int day;

  /** Each with the groups of its pattern in which they stand; 0 where it has no day. */
  DayForm(String pattern, int year, int month, int day) {
    this.pattern = Pattern.compile(pattern);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /**
   * A text of this form as ISO 8601 has it.
   *
   * @throws java.time.DateTimeException where there is no such day or time
   */
  Optional<String> iso(String text, ZoneId zone) {
    Matcher found = pattern.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String known = found.group(year) + "-" + two(found.group(month));
    if (day == 0) {
      return Optional.of(known);
    }
    String whole = known + "-" + two(found.group(day));
    return Optional.of(found.groupCount() < Time.OFFSET ? whole : Time.day(whole, found, zone));
  }

  static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  /** The time that may stand after a day, with or without its offset. */
  private static final class Time {
    static final String TEXT =
        "(?:T|\\s+)(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)?\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?";

    static final int HOUR = 5;
    static final int OFFSET = 6;

    /** The day that it was in this zone at that time. */
    static String day(String day, Matcher found, ZoneId zone) {
      String time = found.group(HOUR);
      String offset = found.group(OFFSET);
      if (time == null) {
        return day;
      }
      LocalTime hour =
          LocalTime.parse(time.length() < 5 || time.charAt(1) == ':' ? "0" + time : time);
      return offset == null
          ? day
          : LocalDate.parse(day)
              .atTime(hour)
              .toInstant(ZoneOffset.of(offset))
              .atZone(zone)
              .toLocalDate()
              .toString();
    }
  }
}
