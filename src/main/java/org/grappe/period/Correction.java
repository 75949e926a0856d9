package org.grappe.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Violations;

/** What periods are once something that was said of them is put right. */
final class Correction {
  private Correction() {}

  /** What holds on a day, each value where it began. */
  static Beginnings of(Beginnings periods, LocalDate day, Map<String, String> next) {
    List<Beginning> more = new ArrayList<>(periods.all());
    int last = periods.at(day);
    Map<String, String> now = periods.values().get(last);
    Set<String> fields = new TreeSet<>(now.keySet());
    fields.addAll(next.keySet());
    for (String field : fields) {
      if (!Objects.equals(now.get(field), next.get(field))) {
        int at = last;
        while (!more.get(at).says(field)) {
          at--;
        }
        more.set(at, more.get(at).saying(field, next.get(field)));
      }
    }
    return new Beginnings(more);
  }

  /**
   * One period: it has these values, and begins when the change says.
   *
   * @throws Problem {@code validation-failed}
   */
  static Beginnings of(Beginnings periods, UUID id, Transition right) {
    int at = periods.place(id);
    if (at == 0) {
      return first(periods, right);
    }
    if (right.on() == null) {
      throw Problems.validationFailed("/from", "field.missing");
    }
    List<Beginning> others = new ArrayList<>(periods.all());
    Beginning moved = others.remove(at).on(right.on(), right.reason(), right.sources());
    Beginnings rest = new Beginnings(others);
    LocalDate day = right.on().firstDay();
    if (rest.hasOn(day)) {
      throw Problems.validationFailed("/from", "period.taken");
    }
    Map<String, String> before = rest.values().get(rest.at(day));
    Beginning next = moved.saying(before, periods.values().get(at), right.values());
    if (next.changed().isEmpty()) {
      throw Problems.validationFailed("", "period.unchanged");
    }
    others.add(next);
    others.sort(Comparator.comparing(one -> one.isFirst() ? LocalDate.MIN : one.from().firstDay()));
    return new Beginnings(others);
  }

  private static Beginnings first(Beginnings periods, Transition right) {
    Problems.raise(
        new Violations()
            .addIf(right.on() != null, "/from", "period.first")
            .addIf(right.reason() != null, "/reason", "period.first")
            .addIf(!right.sources().isEmpty(), "/sources", "period.first"));
    List<Beginning> more = new ArrayList<>(periods.all());
    more.set(0, more.get(0).saying(Map.of(), periods.values().get(0), right.values()));
    return new Beginnings(more);
  }

  /**
   * A change is taken back.
   *
   * @throws Problem {@code validation-failed} where it is the first, which no change began
   */
  static Beginnings without(Beginnings periods, UUID id) {
    int at = periods.place(id);
    if (at == 0) {
      throw Problems.validationFailed("", "period.first-stays");
    }
    List<Beginning> fewer = new ArrayList<>(periods.all());
    fewer.remove(at);
    return new Beginnings(fewer);
  }
}
