package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.grappe.value.PartialDate;

/** Reads when an event ends. */
final class EventEnd {
  private final RawComponent raw;
  private final ZonedMoments moments;
  private final Moment start;
  private final ZoneId zone;
  private final boolean recurs;

  /**
   * Begins the reading.
   *
   * @param start when the event begins
   * @param zone in which it is told
   * @param recurs whether it is a series
   */
  EventEnd(RawComponent raw, ZonedMoments moments, Moment start, ZoneId zone, boolean recurs) {
    this.raw = raw;
    this.moments = moments;
    this.start = start;
    this.zone = zone;
    this.recurs = recurs;
  }

  /**
   * The first moment after the event: by DTEND or, where that tells none, by DURATION. What is no
   * end is let go, and that is noted.
   */
  Optional<LocalDateTime> read() {
    Optional<LocalDateTime> told = by("DTEND");
    Optional<LocalDateTime> lasting = by("DURATION");
    if (told.isPresent() && lasting.isPresent() && !told.equals(lasting)) {
      int line = raw.first("DURATION").orElseThrow().number();
      raw.notes().add(CalendarNote.of("end-twice", line, "DURATION"));
    }
    return told.or(() -> lasting);
  }

  private Optional<LocalDateTime> by(String property) {
    return raw.first(property).flatMap(this::by);
  }

  /** What one line tells, unless that is no end or one before the beginning. */
  private Optional<LocalDateTime> by(ContentLine line) {
    LocalDateTime begins = start.in(zone);
    try {
      LocalDateTime end =
          line.name().equals("DTEND") ? moments.of(line).in(zone) : lasting(line, begins);
      if (end.isBefore(begins) || end.getYear() > PartialDate.LAST_YEAR) {
        throw new CalendarNote.Refusal("end");
      }
      if (start.isDay() && !end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        String day = EventTimes.lastDay(end).toString();
        raw.notes().add(CalendarNote.of("taken-for", line.number(), line.name(), day));
      }
      return Optional.of(end);
    } catch (CalendarNote.Refusal refused) {
      raw.notes().add(line.lost(refused.reason()));
      return Optional.empty();
    }
  }

  private LocalDateTime lasting(ContentLine line, LocalDateTime begins) {
    EventDuration duration = EventDuration.of(line);
    return recurs ? duration.after(begins) : duration.after(begins, zone);
  }
}
