package org.grappe.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A date of ISO 8601 known to the day, the month or the year, kept as it came.
 *
 * @param text {@code 2015-06-05}, {@code 2015-06} or {@code 2015}; years 1800 to 2200
 */
@Schema(
    name = "PartialDate",
    type = SchemaType.STRING,
    pattern = "^(1[89]\\d{2}|2[01]\\d{2}|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
    description = "A date known to the day, the month or the year (ISO 8601), years 1800 to 2200.",
    examples = {"2015-06-05", "2015-02", "2011"})
public record PartialDate(@JsonValue String text) implements Comparable<PartialDate> {
  public static final int FIRST_YEAR = 1800;
  public static final int LAST_YEAR = 2200;
  private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  /**
   * Checks the text.
   *
   * @throws DateTimeException if it is not such a date, or out of range
   */
  @JsonCreator
  public PartialDate {
    if (!SHAPE.matcher(text).matches()) {
      throw new DateTimeException("not a date");
    }
    inRange(first(text));
  }

  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.toString());
  }

  /** The day, if its year is between 1800 and 2200. */
  public static LocalDate inRange(LocalDate day) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new DateTimeException("out of range");
    }
    return day;
  }

  /** Whether it is known to the day. */
  public boolean isDay() {
    return text.length() == 10;
  }

  /** The first day that this may mean. */
  public LocalDate firstDay() {
    return first(text);
  }

  /** The last day that this may mean. */
  public LocalDate lastDay() {
    return switch (text.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
      case 7 -> YearMonth.parse(text).atEndOfMonth();
      default -> LocalDate.parse(text);
    };
  }

  /** Whether no reading of the two puts this one before, or on the day of, the other. */
  public boolean isSurelyAfter(PartialDate other) {
    return firstDay().isAfter(other.lastDay());
  }

  private static LocalDate first(String text) {
    return switch (text.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
      case 7 -> YearMonth.parse(text).atDay(1);
      default -> LocalDate.parse(text);
    };
  }

  @Override
  public int compareTo(PartialDate other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
