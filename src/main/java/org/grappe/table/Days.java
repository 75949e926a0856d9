package org.grappe.table;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.value.PartialDate;

/** Days, months and years as people and programs write them; what could be two days is none. */
public final class Days {
  private static final Pattern NAMED =
      Pattern.compile("(?:(\\d{1,2})(?:er)?\\s+)?(\\p{L}+)\\.?\\s+(\\d{4})");

  private Days() {}

  /**
   * A day, or the month or year that is all that is known of it.
   *
   * @param zone where the calendar hangs that says on which day an instant was
   */
  public static Optional<PartialDate> date(String text, ZoneId zone) {
    try {
      return partial(text).or(() -> iso(text.strip(), zone).flatMap(Days::partial));
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

  private static Optional<String> iso(String text, ZoneId zone) {
    return Arrays.stream(DayForm.values())
        .flatMap(form -> form.iso(text, zone).stream())
        .findFirst()
        .or(() -> named(text));
  }

  private static Optional<String> named(String text) {
    Matcher named = NAMED.matcher(text.toLowerCase(Locale.FRENCH));
    if (!named.matches()) {
      return Optional.empty();
    }
    String day = named.group(1);
    return MonthNames.number(named.group(2))
        .map(month -> named.group(3) + "-" + month)
        .map(month -> day == null ? month : month + "-" + DayForm.two(day));
  }
}
