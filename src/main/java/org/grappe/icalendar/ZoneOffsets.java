package org.grappe.icalendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Offsets as names tell them, and the zones that always have one. */
final class ZoneOffsets {
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:UTC|GMT|UT|Z)?\\s*([+\u2212-])\\s*(\\d{1,2})(?:[:.]?([0-5]\\d))?(?::?00)?");
  private static final Pattern PREFIX = Pattern.compile("\\(?((?:UTC|GMT)[^)]*+)\\)?.*");

  private ZoneOffsets() {}

  /** The offset that a name is: {@code UTC+1}, {@code GMT+01:00}, {@code -0500}. */
  static Optional<ZoneOffset> named(String name) {
    return of(OFFSET.matcher(name.strip()));
  }

  /**
   * The offset that a text is.
   *
   * @param shape its sign, hours and minutes, the last perhaps null
   */
  static Optional<ZoneOffset> of(Matcher shape) {
    if (!shape.matches()) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(shape.group(2));
    int minutes = shape.group(3) == null ? 0 : Integer.parseInt(shape.group(3));
    int seconds = (hours * 60 + minutes) * 60;
    try {
      return Optional.of(
          ZoneOffset.ofTotalSeconds(shape.group(1).equals("+") ? seconds : -seconds));
    } catch (DateTimeException tooFar) {
      return Optional.empty();
    }
  }

  /** The offset that a name begins with, as Windows shows it: {@code (UTC+01:00) Paris}. */
  static Optional<ZoneOffset> before(String name) {
    Matcher matcher = PREFIX.matcher(name.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String offset = matcher.group(1).strip();
    return offset.matches("UTC|GMT") ? Optional.of(ZoneOffset.UTC) : named(offset);
  }

  /** The zone that always has this offset; the offset itself where there is none. */
  static ZoneId zone(ZoneOffset offset, int year) {
    int seconds = offset.getTotalSeconds();
    int hours = seconds / 3600;
    if (seconds % 3600 != 0) {
      return new ZoneClock(at -> offset, year).like(ZoneTables.windows().values()).orElse(offset);
    }
    if (hours == 0) {
      return ZoneId.of("Etc/UTC");
    }
    return hours < -12 || hours > 14
        ? offset
        : ZoneId.of("Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours));
  }
}
