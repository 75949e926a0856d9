package org.grappe.scdl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.shared.PartialDate;

/** Days and periods as such files have them. */
final class Days {
  private static final Pattern FRENCH =
      Pattern.compile("(?:(\\d{1,2})[/.-])?(\\d{1,2})[/.-](\\d{4})");
  private static final Pattern TURNED = Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})");
  private static final Pattern TIMED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ][0-9:.+Z-]*");
  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:/(\\d{4}-\\d{2}-\\d{2}))?");

  private Days() {}

  /** A day, or the month or year that is all that is known of it. */
  static Optional<PartialDate> date(String text) {
    return partial(text).or(() -> partial(iso(text)));
  }

  private static Optional<PartialDate> partial(String text) {
    try {
      return Optional.of(new PartialDate(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static String iso(String text) {
    Matcher french = FRENCH.matcher(text);
    if (french.matches()) {
      String month = french.group(3) + "-" + two(french.group(2));
      return french.group(1) == null ? month : month + "-" + two(french.group(1));
    }
    Matcher turned = TURNED.matcher(text);
    if (turned.matches()) {
      return turned.group(1) + "-" + two(turned.group(2)) + "-" + two(turned.group(3));
    }
    Matcher timed = TIMED.matcher(text);
    return timed.matches() ? timed.group(1) : "";
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  /** Whether a text is a day, or one day and another that does not come before it. */
  static boolean isPeriod(String text) {
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
