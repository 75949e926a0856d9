package org.grappe.event;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.grappe.value.PartialDate;

/** When an event begins and ends, as ISO 8601 writes it. */
record EventMoments(EventView event) {
  /** Null where that isn't known. */
  String start() {
    return moment(event.startsOn(), event.startTime());
  }

  /**
   * Null where no end is known, or none that is told after the beginning: a month in which the day
   * lies, or a time that the clock has left behind when it skips the beginning.
   */
  String end() {
    PartialDate first = event.startsOn();
    PartialDate last = event.endsOn() == null ? first : event.endsOn();
    boolean within = first != null && last.text().length() < first.text().length();
    if (first == null || (within && !last.firstDay().isAfter(first.lastDay()))) {
      return null;
    }
    if (event.startTime() == null || !EventRules.isDay(first) || !EventRules.isDay(last)) {
      return event.startTime() == null ? last.text() : null;
    }
    if (event.endTime() == null) {
      return last.equals(first) ? null : moment(last, LocalTime.of(23, 59, 59));
    }
    boolean forwards = at(last, event.endTime()).isAfter(at(first, event.startTime()));
    return forwards ? moment(last, event.endTime()) : null;
  }

  /** With the offset that the zone has then; a day, or less than one, as it is known. */
  private String moment(PartialDate date, LocalTime time) {
    if (date == null || time == null || !EventRules.isDay(date)) {
      return date == null ? null : date.text();
    }
    return at(date, time).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private OffsetDateTime at(PartialDate day, LocalTime time) {
    return day.firstDay().atTime(time).atZone(ZoneId.of(event.timezone())).toOffsetDateTime();
  }
}
