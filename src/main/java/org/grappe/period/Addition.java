package org.grappe.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** What periods are once something has changed in the world. */
final class Addition {
  /** So many changes a record has at most. */
  private static final int MOST = 100;

  private Addition() {}

  /**
   * A change, with which a period begins; one on the first day of a period joins it.
   *
   * @param id of the period that begins with it
   * @throws Problem {@code validation-failed} where nothing changes by it
   */
  static Beginnings of(Beginnings periods, UUID id, Transition change) {
    LocalDate day = change.on().firstDay();
    int at = periods.at(day);
    boolean joins = periods.hasOn(day);
    List<Map<String, String>> all = periods.values();
    Map<String, String> now = all.get(at);
    Beginning begun = joins ? change.joining(periods.all().get(at)) : change.beginning(id);
    Beginning next = begun.saying(all.get(joins ? at - 1 : at), now, change.after(now));
    if (next.changed().isEmpty() || (joins && change.after(now).equals(now))) {
      throw Problems.validationFailed("", "period.unchanged");
    }
    List<Beginning> more = new ArrayList<>(periods.all());
    if (joins) {
      more.set(at, next);
    } else if (more.size() > MOST) {
      throw Problems.validationFailed("", "items.max", MOST);
    } else {
      more.add(at + 1, next);
    }
    return new Beginnings(more);
  }
}
