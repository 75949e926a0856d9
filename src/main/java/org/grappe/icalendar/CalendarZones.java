package org.grappe.icalendar;

import java.time.ZoneId;
import java.util.Set;

/** Zones as calendars write them. */
public final class CalendarZones {
  private static final Set<String> UTC =
      Set.of("UTC", "Etc/UTC", "UCT", "Etc/UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal");

  static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

  private CalendarZones() {}

  static boolean isUtc(ZoneId zone) {
    return UTC.contains(zone.getId());
  }

  /** Whether there is a zone of this name. */
  public static boolean isKnown(String id) {
    return KNOWN.contains(id);
  }
}
