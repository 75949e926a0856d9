package org.grappe.icalendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Reads the days of its rule on which a series does not take place (EXDATE). */
final class ExceptionDays {
  private final RawComponent raw;
  private final ZonedMoments moments;

  ExceptionDays(RawComponent raw, ZonedMoments moments) {
    this.raw = raw;
    this.moments = moments;
  }

  /** The days in the zone of a series, each once and in order. */
  List<LocalDate> in(ZoneId zone) {
    return raw.all("EXDATE").stream()
        .flatMap(
            line ->
                Stream.of(line.value().split("[,;]"))
                    .filter(value -> !value.isBlank())
                    .flatMap(value -> day(line.with(value), zone)))
        .distinct()
        .sorted()
        .toList();
  }

  /** One that can't be read is let go; one in a zone that isn't known is taken for the event's. */
  private Stream<LocalDate> day(ContentLine line, ZoneId zone) {
    try {
      return Stream.of(moments.of(line).in(zone).toLocalDate());
    } catch (CalendarNote.Refusal refused) {
      raw.notes().add(line.lost(refused.reason()));
      return line.localTime().map(LocalDateTime::toLocalDate).stream();
    }
  }

  /** None, and so it is noted: what has no rule has no exceptions. */
  List<LocalDate> ofNoRule() {
    raw.all("EXDATE").forEach(line -> raw.notes().add(CalendarNote.of("no-rule", line.number())));
    return List.of();
  }
}
