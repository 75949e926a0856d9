package org.grappe.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Zones known by their offsets. */
final class ZoneOffsets {
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:UTC|GMT|UT|Z)?\\s*([+\u2212-])\\s*(\\d{1,2})(?:[:.]?([0-5]\\d))?(?::?00)?");
  private static final Pattern PREFIX = Pattern.compile("\\(?((?:UTC|GMT)[^)]*)\\)?.*");
  private static final Duration STEP = Duration.ofHours(12);

  private ZoneOffsets() {}

  /** The offset that a name is: {@code UTC+1}, {@code GMT+01:00}, {@code -0500}. */
  static Optional<ZoneOffset> named(String name) {
    Matcher matcher = OFFSET.matcher(name.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(matcher.group(2));
    int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    int seconds = (hours * 60 + minutes) * 60;
    try {
      return Optional.of(
          ZoneOffset.ofTotalSeconds(matcher.group(1).equals("+") ? seconds : -seconds));
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
      return like(at -> offset, year, ZoneTables.windows().values()).orElse(offset);
    }
    if (hours == 0) {
      return ZoneId.of("Etc/UTC");
    }
    return hours < -12 || hours > 14
        ? offset
        : ZoneId.of("Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours));
  }

  /**
   * The first of these zones whose clocks agree in a year and the next: to the second or, where
   * none do, to half a day.
   */
  static Optional<ZoneId> like(
      Function<Instant, ZoneOffset> rules, int year, Collection<String> zones) {
    List<Instant> times =
        Stream.iterate(start(year), at -> at.isBefore(start(year + 2)), at -> at.plus(STEP))
            .toList();
    ZoneOffset[] expected = times.stream().map(rules).toArray(ZoneOffset[]::new);
    List<ZoneId> alike = new ArrayList<>();
    for (String id : zones) {
      ZoneId zone = ZoneId.of(id);
      if (agrees(zone.getRules(), times, expected)) {
        if (changesWith(rules, zone.getRules(), year)) {
          return Optional.of(zone);
        }
        alike.add(zone);
      }
    }
    return alike.stream().findFirst();
  }

  /** Whether each change of a zone's clocks is one of the rules at the same moment. */
  private static boolean changesWith(
      Function<Instant, ZoneOffset> rules, ZoneRules zone, int year) {
    ZoneOffsetTransition next = zone.nextTransition(start(year));
    while (next != null && next.getInstant().isBefore(start(year + 2))) {
      Instant at = next.getInstant();
      if (!rules.apply(at).equals(next.getOffsetAfter())
          || !rules.apply(at.minusSeconds(1)).equals(next.getOffsetBefore())) {
        return false;
      }
      next = zone.nextTransition(at);
    }
    return true;
  }

  private static boolean agrees(ZoneRules zone, List<Instant> times, ZoneOffset[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!zone.getOffset(times.get(i)).equals(expected[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the offset is the same all the time. */
  static boolean isFixed(Function<Instant, ZoneOffset> rules, int year) {
    return Arrays.stream(new int[] {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22})
            .mapToObj(month -> rules.apply(start(year).plus(Duration.ofDays(30L * month))))
            .distinct()
            .count()
        == 1;
  }

  private static Instant start(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
