package org.grappe.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the clocks of a zone go in a year and the next.
 *
 * @param offsets the zone's offset at any instant
 */
record ZoneClock(Function<Instant, ZoneOffset> offsets, int year) {
  private static final Duration STEP = Duration.ofHours(12);

  /** Whether the offset is the same all the time, looked at every two months. */
  boolean isFixed() {
    return IntStream.range(0, 12)
            .mapToObj(i -> offsets.apply(start(year).plus(Duration.ofDays(60L * i))))
            .distinct()
            .count()
        == 1;
  }

  /**
   * The first of these zones whose clocks agree: to the second or, where none do, to half a day.
   */
  Optional<ZoneId> like(Collection<String> zones) {
    List<Instant> times =
        Stream.iterate(start(year), at -> at.isBefore(start(year + 2)), at -> at.plus(STEP))
            .toList();
    ZoneOffset[] expected = times.stream().map(offsets).toArray(ZoneOffset[]::new);
    List<ZoneId> alike = new ArrayList<>();
    for (String id : zones) {
      ZoneId zone = ZoneId.of(id);
      if (agrees(zone.getRules(), times, expected)) {
        if (changesWith(zone.getRules())) {
          return Optional.of(zone);
        }
        alike.add(zone);
      }
    }
    return alike.stream().findFirst();
  }

  private static boolean agrees(ZoneRules zone, List<Instant> times, ZoneOffset[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!zone.getOffset(times.get(i)).equals(expected[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether each change of a zone's clocks is one of these at the same moment. */
  private boolean changesWith(ZoneRules zone) {
    ZoneOffsetTransition next = zone.nextTransition(start(year));
    while (next != null && next.getInstant().isBefore(start(year + 2))) {
      Instant at = next.getInstant();
      if (!offsets.apply(at).equals(next.getOffsetAfter())
          || !offsets.apply(at.minusSeconds(1)).equals(next.getOffsetBefore())) {
        return false;
      }
      next = zone.nextTransition(at);
    }
    return true;
  }

  private static Instant start(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
