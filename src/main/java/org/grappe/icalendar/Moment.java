package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A day or a time as a calendar tells it.
 *
 * @param time the day's first instant where only the day is told
 * @param isDay whether it is a whole day
 * @param zone null for a day, and for a time that is meant wherever one is
 */
record Moment(LocalDateTime time, boolean isDay, ZoneId zone) {
  /** Whether it is told in UTC, or by an offset. */
  boolean isUtc() {
    return zone instanceof ZoneOffset;
  }

  boolean isFloating() {
    return !isDay && zone == null;
  }

  /**
   * The local time in a zone; what has no zone is meant there. In its own zone it stays as it is
   * written, though the clock skips it.
   */
  LocalDateTime in(ZoneId there) {
    return zone == null || zone.equals(there)
        ? time
        : time.atZone(zone).withZoneSameInstant(there).toLocalDateTime();
  }

  /** Whether its local time in a zone means the same instant there. */
  boolean isKeptIn(ZoneId there) {
    return zone == null
        || zone.equals(there)
        || in(there).atZone(there).toInstant().equals(time.atZone(zone).toInstant());
  }
}
