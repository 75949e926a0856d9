package org.grappe.icalendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads when an event begins and ends. */
final class EventTimes {
  private static final ZoneId UTC = ZoneId.of("Etc/UTC");

  private final RawComponent raw;
  private final ZoneId usual;
  private final ZonedMoments moments;
  private final Moment start;

  /** When it begins and ends, in a zone. */
  record Times(LocalDate first, LocalDate last, LocalTime starts, LocalTime ends) {}

  /**
   * Begins the reading.
   *
   * @param usual the zone of times that have none
   * @throws CalendarNote.Refusal where the beginning can't be told
   */
  EventTimes(RawComponent raw, ZoneId usual, ZonedMoments moments) {
    this.raw = raw;
    this.usual = usual;
    this.moments = moments;
    this.start =
        moments.of(raw.first("DTSTART").orElseThrow(() -> new CalendarNote.Refusal("no-start")));
  }

  /** When it begins by the clock of its own zone; null for whole days. */
  LocalTime local() {
    return start.isDay() ? null : start.time().toLocalTime();
  }

  /** The zone in which the event is told: its own or, in place of UTC, that of the calendar. */
  ZoneId zone(boolean recurs) {
    if (start.isFloating()) {
      int line = raw.first("DTSTART").orElseThrow().number();
      raw.notes().add(CalendarNote.of("floating", line, usual.getId()));
    }
    if (start.zone() == null) {
      return usual;
    }
    if (!start.isUtc()) {
      return isToldBackwards(start.zone(), recurs) ? UTC : start.zone();
    }
    return recurs || !start.isKeptIn(usual) || isToldBackwards(usual, recurs) ? UTC : usual;
  }

  /** Whether the clock of a zone, put back in between, shows the end before the beginning. */
  private boolean isToldBackwards(ZoneId zone, boolean recurs) {
    Optional<ContentLine> line = raw.first("DTEND");
    if (recurs || line.isEmpty()) {
      return false;
    }
    try {
      Moment end = moments.of(line.get());
      return end.zone() != null
          && (!end.isKeptIn(zone) || !end.in(zone).isAfter(start.in(zone)))
          && end.in(ZoneOffset.UTC).isAfter(start.in(ZoneOffset.UTC));
    } catch (CalendarNote.Refusal none) {
      return false;
    }
  }

  /** When it begins and ends in a zone. */
  Times in(ZoneId zone, boolean recurs) {
    LocalDateTime begins = start.in(zone);
    LocalDateTime plain = start.isDay() ? begins.plusDays(1) : begins;
    LocalDateTime ends = new EventEnd(raw, moments, start, zone, recurs).read().orElse(plain);
    LocalDate first = begins.toLocalDate();
    if (start.isDay()) {
      return new Times(first, ends.isAfter(begins) ? lastDay(ends) : first, null, null);
    }
    return ends.equals(begins)
        ? new Times(first, first, begins.toLocalTime(), null)
        : new Times(first, ends.toLocalDate(), begins.toLocalTime(), ends.toLocalTime());
  }

  /** The last day of what ends then. */
  static LocalDate lastDay(LocalDateTime ends) {
    return ends.minusNanos(1).toLocalDate();
  }
}
