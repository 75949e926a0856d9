package org.grappe.calendar;

import java.time.LocalDate;
import java.util.Set;
import org.grappe.calendar.CalendarReport.Outcome;
import org.grappe.event.WrittenEvent;
import org.grappe.value.Ref;

/**
 * What became of an event of a file, and so of its occurrences on these days of its rule.
 *
 * @param event null where it is not to be found, for it is new and nothing is written
 * @param reason why it is left out; null where it isn't
 * @param written what is to be written; null where that is nothing
 */
record TakenEvent(
    Outcome outcome, Ref event, String reason, Set<LocalDate> days, WrittenEvent written) {
  static TakenEvent leftOut(String reason) {
    return new TakenEvent(Outcome.LEFT_OUT, null, reason, Set.of(), null);
  }

  boolean isLeftOut() {
    return outcome == Outcome.LEFT_OUT;
  }
}
