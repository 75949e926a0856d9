package org.grappe.calendar;

import java.time.LocalDate;
import org.grappe.event.WrittenEvent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** What an event of a file must keep to, whatever the registry knows of it. */
final class ImportBounds {
  private static final int MOST_EXCEPTIONS = 1000;

  private ImportBounds() {}

  /**
   * Refuses what no event here can be, or none of this host.
   *
   * @throws Problem {@code import-refused}
   */
  static void require(CalendarEvent event, Hosting hosting) {
    refuseUnless(event.exceptions().size() <= MOST_EXCEPTIONS, "calendar.exceptions");
    refuseUnless(inRange(event.startsOn()) && inRange(event.endsOn()), "calendar.years");
    refuseUnless(
        hosting.ended() == null || hosting.ended().isAfter(event.startsOn()), "calendar.life");
  }

  /**
   * Refuses a series that would go on without its host.
   *
   * @throws Problem {@code import-refused}
   */
  static void requireEnd(WrittenEvent written, Hosting hosting) {
    refuseUnless(hosting.ended() == null || !written.isHeldFrom(hosting.ended()), "calendar.life");
  }

  private static boolean inRange(LocalDate day) {
    return day.getYear() >= PartialDate.FIRST_YEAR && day.getYear() <= PartialDate.LAST_YEAR;
  }

  private static void refuseUnless(boolean holds, String key) {
    if (!holds) {
      throw Problems.of(ProblemType.IMPORT_REFUSED, key);
    }
  }
}
