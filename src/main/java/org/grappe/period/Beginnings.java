package org.grappe.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * How the periods of a record begin, oldest first; the first says what holds before any change.
 *
 * @param all one at least
 */
record Beginnings(List<Beginning> all) {
  Beginnings {
    all = List.copyOf(all);
  }

  /** What holds from each on. */
  List<Map<String, String>> values() {
    List<Map<String, String>> values = new ArrayList<>();
    Map<String, String> before = Map.of();
    for (Beginning beginning : all) {
      before = beginning.after(before);
      values.add(before);
    }
    return values;
  }

  /** What is stored of each. */
  List<Period> stored() {
    List<Map<String, String>> values = values();
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      periods.add(stored(i, values));
    }
    return List.copyOf(periods);
  }

  /** What is stored of one, where this is what holds in each. */
  Period stored(int place, List<Map<String, String>> values) {
    Map<String, String> before = place == 0 ? Map.of() : values.get(place - 1);
    return all.get(place).stored(before, values.get(place));
  }

  /** The place of the last one by a day. */
  int at(LocalDate day) {
    int at = 0;
    while (at + 1 < all.size() && !start(at + 1).isAfter(day)) {
      at++;
    }
    return at;
  }

  LocalDate start(int place) {
    return all.get(place).from().firstDay();
  }

  /** Whether one but the first is on this day. */
  boolean hasOn(LocalDate day) {
    int at = at(day);
    return at > 0 && start(at).equals(day);
  }

  /**
   * The place of that of a period.
   *
   * @throws Problem {@code not-found}
   */
  int place(UUID id) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        return i;
      }
    }
    throw Problems.notFound("periods", id);
  }
}
