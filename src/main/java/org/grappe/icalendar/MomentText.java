package org.grappe.icalendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day or a time as programs write it, the one value of a line. */
final class MomentText {
  /** As RFC 5545 has it, or with the signs of ISO 8601 and without seconds. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[Tt ](\\d\\d):?(\\d\\d)(?::?(\\d\\d))?(?:\\.\\d+)?)?"
              + "\\s*([Zz]|[+-]\\d\\d:?\\d\\d)?");

  private final ContentLine line;
  private final Matcher shape;
  private final boolean fits;
  private final boolean hasTime;

  MomentText(ContentLine line) {
    this.line = line;
    this.shape = SHAPE.matcher(line.value().strip());
    this.fits = shape.matches();
    this.hasTime = fits && shape.group(4) != null;
  }

  /**
   * The moment that it is.
   *
   * @param zones the zone of a name, of a time in it
   * @throws CalendarNote.Refusal where it is none, or its zone isn't known
   */
  Moment moment(BiFunction<String, LocalDateTime, ZoneId> zones) {
    if (!fits) {
      throw line.noMoment();
    }
    try {
      LocalDateTime time = time();
      return !hasTime || isOfDay()
          ? new Moment(time.toLocalDate().atStartOfDay(), true, null)
          : new Moment(time, false, zone(time, zones));
    } catch (DateTimeException none) {
      throw line.noMoment();
    }
  }

  private boolean isOfDay() {
    return line.parameter("VALUE").equalsIgnoreCase("DATE");
  }

  /** Whether it says more than is taken of it. */
  boolean isCut() {
    return hasTime
        && (isOfDay() || "60".equals(shape.group(6)) || line.value().matches(".*\\.0*[1-9].*"));
  }

  /** Whether it is a time that tells its offset by itself. */
  boolean tellsOffset() {
    return hasTime && shape.group(7) != null;
  }

  private ZoneId zone(LocalDateTime time, BiFunction<String, LocalDateTime, ZoneId> zones) {
    if (tellsOffset()) {
      String offset = shape.group(7);
      return offset.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }
    String named = line.parameter("TZID");
    return named.isBlank() ? null : zones.apply(named, time);
  }

  private LocalDateTime time() {
    LocalDate day = LocalDate.of(number(1), number(2), number(3));
    if (!hasTime) {
      return day.atStartOfDay();
    }
    int second = shape.group(6) == null ? 0 : number(6);
    boolean midnight = number(4) == 24 && number(5) == 0 && second == 0;
    return midnight
        ? day.plusDays(1).atStartOfDay()
        : day.atTime(LocalTime.of(number(4), number(5), second == 60 ? 59 : second));
  }

  private int number(int group) {
    return Integer.parseInt(shape.group(group));
  }
}
