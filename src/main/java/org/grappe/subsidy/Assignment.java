package org.grappe.subsidy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;
import org.grappe.value.Violations;

/**
 * A line that is said to be another cluster's, as the steps that say so: its ledger has all of it.
 */
final class Assignment {
  private static final String AT = "/assignedTo";

  private Assignment() {}

  /** A line that is entered is assigned by its last step. */
  static SubsidyContent entered(SubsidyContent line) {
    if (line.assignedTo() == null) {
      return line;
    }
    List<Step> steps = new ArrayList<>(line.steps());
    int last = steps.size() - 1;
    UUID told = steps.get(last).assignedTo();
    Problems.raise(
        new Violations()
            .addIf(
                told != null && !told.equals(line.assignedTo()), AT, "subsidy.assigned-otherwise"));
    steps.set(last, steps.get(last).with(step -> step.assignedTo(line.assignedTo())));
    return line.withSteps(steps);
  }

  /**
   * One that is changed, by a further step of today; or by corrections of those that assigned it,
   * where it is to be its beneficiary's again.
   */
  static SubsidyContent changed(SubsidyContent before, SubsidyContent next, LocalDate today) {
    Problems.raise(
        new Violations()
            .addIf(next.steps().size() != before.steps().size(), "/steps", "subsidy.steps-kept"));
    if (Objects.equals(before.assignedTo(), next.assignedTo())) {
      return next;
    }
    List<Step> holding = new Ledger(before.steps()).holding();
    List<Step> steps = new ArrayList<>(next.steps());
    if (next.assignedTo() == null) {
      holding.stream()
          .filter(step -> step.assignedTo() != null)
          .map(Step::unassigned)
          .forEach(steps::add);
    } else {
      Step last = holding.get(holding.size() - 1);
      Problems.raise(
          new Violations().addIf(last.status() == Step.Status.CANCELLED, AT, "subsidy.cancelled"));
      steps.add(last.assigning(next.assignedTo(), from(last, today)));
    }
    return next.withSteps(steps);
  }

  /** Today, unless the last step is still to come. */
  private static PartialDate from(Step last, LocalDate today) {
    boolean comes = last.on() != null && last.on().firstDay().isAfter(today);
    return comes ? last.on() : PartialDate.of(today);
  }
}
