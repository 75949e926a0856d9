package org.grappe.icalendar;

import java.time.ZoneId;

/**
 * A zone that was found for a name.
 *
 * @param sure false where another may be meant, which is then said
 */
record FoundZone(ZoneId zone, boolean sure) {
  static FoundZone sure(ZoneId zone) {
    return new FoundZone(zone, true);
  }

  static FoundZone unsure(ZoneId zone) {
    return new FoundZone(zone, false);
  }
}
