package org.grappe.icalendar;

import java.util.Set;

/** The properties that are read. */
final class ReadProperties {
  private static final Set<String> ONCE =
      Set.of(
          "UID",
          "SUMMARY",
          "DTSTART",
          "DTEND",
          "DURATION",
          "DESCRIPTION",
          "LOCATION",
          "URL",
          "STATUS",
          "CLASS",
          "RECURRENCE-ID",
          "SEQUENCE",
          "TZID",
          "LAST-MODIFIED",
          "DTSTAMP",
          "X-WR-TIMEZONE");

  private static final Set<String> MANY = Set.of("RRULE", "RDATE", "EXDATE", "EXRULE");

  private ReadProperties() {}

  static boolean isRead(String property) {
    return ONCE.contains(property) || MANY.contains(property);
  }

  /** Whether a component has it once at the most. */
  static boolean standsOnce(String property) {
    return ONCE.contains(property);
  }
}
