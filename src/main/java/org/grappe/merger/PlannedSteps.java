package org.grappe.merger;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grappe.merger.MergerStep.Kind;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/**
 * For when a merger or division is planned, by its steps: each postponement puts off what was
 * planned on its day, and the last one says what is planned now.
 *
 * @param first for when it was planned before it was put off at all
 */
record PlannedSteps(PartialDate first, List<MergerStep> steps) {

  /**
   * The steps with one more postponement, which takes its place by its day: after those that were
   * made known by then, and after a reversal, by which it is to come again.
   */
  static List<MergerStep> with(List<MergerStep> steps, MergerStep step) {
    int place = 0;
    for (int i = 0; i < steps.size(); i++) {
      MergerStep other = steps.get(i);
      boolean isBefore =
          (other.postpones() || other.kind() == Kind.REVERSED)
              && !other.on().firstDay().isAfter(step.on().firstDay());
      place = isBefore ? i + 1 : place;
    }
    List<MergerStep> all = new ArrayList<>(steps);
    all.add(place, step);
    return all;
  }

  PartialDate planned() {
    return last().map(MergerStep::plannedFor).orElse(first);
  }

  Optional<MergerStep> last() {
    return steps.stream().filter(MergerStep::postpones).reduce((earlier, later) -> later);
  }

  /** The last postponement that was surely made known only after a day. */
  Optional<MergerStep> after(PartialDate day) {
    return steps.stream()
        .filter(step -> step.postpones() && step.on().isSurelyAfter(day))
        .max(comparing(step -> step.on().firstDay()));
  }

  /**
   * Each postponement puts off, so it lies between all plans before it and all after it: a
   * neighbour that is known to the year alone says little.
   */
  void requireBetween(MergerStep step) {
    int place = steps.indexOf(step);
    PartialDate day = step.plannedFor();
    List<PartialDate> earlier =
        Stream.concat(Stream.ofNullable(first), plans(steps.subList(0, place))).toList();
    List<PartialDate> later = plans(steps.subList(place + 1, steps.size())).toList();
    if ((!earlier.isEmpty() && day.equals(earlier.get(earlier.size() - 1)))
        || (!later.isEmpty() && day.equals(later.get(0)))) {
      throw MergerProblems.already("plannedFor", "merger.planned-already", day);
    }
    earlier.stream()
        .filter(plan -> plan.isSurelyAfter(day))
        .max(comparing(PartialDate::firstDay))
        .ifPresent(
            plan -> {
              throw Problems.validationFailed("/plannedFor", "date.before", plan);
            });
    later.stream()
        .filter(day::isSurelyAfter)
        .min(comparing(PartialDate::lastDay))
        .ifPresent(
            plan -> {
              throw Problems.validationFailed("/plannedFor", "date.after", plan);
            });
  }

  private static Stream<PartialDate> plans(List<MergerStep> some) {
    return some.stream().filter(MergerStep::postpones).map(MergerStep::plannedFor);
  }
}
