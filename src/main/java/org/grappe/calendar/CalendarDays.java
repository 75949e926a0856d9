package org.grappe.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.grappe.event.Occurrences;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.recurrence.Recurrence;

/** How many days the rules of one calendar may give: a few bytes can ask for thousands. */
final class CalendarDays {
  static final int MOST = 50_000;

  private CalendarDays() {}

  /**
   * Counts the days of all series before anything is done about one.
   *
   * @throws Problem {@code import-refused}, which names the rule that goes too far
   */
  static void requireFew(Collection<CalendarEvent> events, LocalDate today) {
    int days = 0;
    for (CalendarEvent event : events) {
      days += event.rule() == null ? 0 : count(event, today);
      if (days > MOST) {
        throw Problems.of(
            ProblemType.IMPORT_REFUSED, "calendar.too-many-days", MOST, event.rule(), event.name());
      }
    }
  }

  private static int count(CalendarEvent event, LocalDate today) {
    LocalDate first = event.startsOn();
    return Recurrence.parse(event.rule())
        .from(first, event.startTime(), event.zone())
        .until(Occurrences.horizon(first, today), Occurrences.MOST, Set.copyOf(event.exceptions()))
        .size();
  }
}
