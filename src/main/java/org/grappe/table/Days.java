package org.grappe.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.value.PartialDate;

/** Days, months and years as people and programs write them; what could be two days is none. */
public final class Days {
  private static final String TIME =
      "(?:T|\\s+)(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)?\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?";
  private static final Pattern TURNED =
      Pattern.compile("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})(?:" + TIME + ")?");
  private static final Pattern FRENCH =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:" + TIME + ")?");
  private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[/.](\\d{1,2})");
  private static final Pattern COMPACT = Pattern.compile("(1[89]|2[01])(\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern NAMED =
      Pattern.compile("(?:(\\d{1,2})(?:er)?\\s+)?(\\p{L}+)\\.?\\s+(\\d{4})");
  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:/(\\d{4}-\\d{2}-\\d{2}))?");

  private static final Map<String, String> MONTHS =
      Map.ofEntries(
          Map.entry("jan", "01"),
          Map.entry("janv", "01"),
          Map.entry("janvier", "01"),
          Map.entry("fev", "02"),
          Map.entry("fevr", "02"),
          Map.entry("fevrier", "02"),
          Map.entry("mars", "03"),
          Map.entry("avr", "04"),
          Map.entry("avril", "04"),
          Map.entry("mai", "05"),
          Map.entry("juin", "06"),
          Map.entry("juil", "07"),
          Map.entry("juillet", "07"),
          Map.entry("aout", "08"),
          Map.entry("sept", "09"),
          Map.entry("septembre", "09"),
          Map.entry("oct", "10"),
          Map.entry("octobre", "10"),
          Map.entry("nov", "11"),
          Map.entry("novembre", "11"),
          Map.entry("dec", "12"),
          Map.entry("decembre", "12"));

  private Days() {}

  /**
   * A day, or the month or year that is all that is known of it.
   *
   * @param zone where the calendar hangs that says on which day an instant was
   */
  public static Optional<PartialDate> date(String text, ZoneId zone) {
    try {
      return partial(text).or(() -> partial(iso(text.strip(), zone)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<PartialDate> partial(String text) {
    try {
      return Optional.of(new PartialDate(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static String iso(String text, ZoneId zone) {
    Matcher turned = TURNED.matcher(text);
    if (turned.matches()) {
      String day = day(turned.group(1), turned.group(3), turned.group(4));
      return there(day, turned.group(5), turned.group(6), zone);
    }
    Matcher french = FRENCH.matcher(text);
    if (french.matches()) {
      String day = day(french.group(4), french.group(3), french.group(1));
      return there(day, french.group(5), french.group(6), zone);
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return month.group(2) + "-" + two(month.group(1));
    }
    Matcher yearMonth = YEAR_MONTH.matcher(text);
    if (yearMonth.matches()) {
      return yearMonth.group(1) + "-" + two(yearMonth.group(2));
    }
    Matcher compact = COMPACT.matcher(text);
    return compact.matches()
        ? day(compact.group(1) + compact.group(2), compact.group(3), compact.group(4))
        : named(text);
  }

  private static String named(String text) {
    Matcher named = NAMED.matcher(text.toLowerCase(Locale.FRENCH));
    String month = named.matches() ? MONTHS.get(Titles.plain(named.group(2))) : null;
    if (month == null) {
      return "";
    }
    return named.group(1) == null
        ? named.group(3) + "-" + month
        : day(named.group(3), month, named.group(1));
  }

  private static String day(String year, String month, String day) {
    return year + "-" + two(month) + "-" + two(day);
  }

  /** The day that it was in this zone at a time that may be told with an offset. */
  private static String there(String day, String time, String offset, ZoneId zone) {
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

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  /** Whether a text is a day, or one day and another that does not come before it. */
  public static boolean isPeriod(String text) {
    Matcher period = PERIOD.matcher(text);
    if (!period.matches()) {
      return false;
    }
    try {
      LocalDate from = LocalDate.parse(period.group(1));
      return period.group(2) == null || !LocalDate.parse(period.group(2)).isBefore(from);
    } catch (DateTimeException impossible) {
      return false;
    }
  }
}
