package org.grappe.merger;

import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is planned for a day, and can slip: each postponement is kept as a step.
 *
 * @param <C> what a request writes
 */
@MappedSuperclass
abstract class PlannedRecord<C extends Record> extends StoredRecord<C> {
  private PartialDate firstPlannedFor;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<MergerStep> steps = List.of();

  /** When it was announced. */
  abstract PartialDate announced();

  /** For when it is planned. */
  abstract PartialDate planned();

  /** What is written when it is planned for another day, as more sources say. */
  abstract C plannedFor(PartialDate day, List<UUID> more);

  /** Since when it is over, be it done or given up; null while it is open. */
  abstract PartialDate over();

  /** What must be so for anything to be done with it. */
  abstract void requireOpen();

  List<MergerStep> steps() {
    return steps;
  }

  void add(MergerStep step) {
    List<MergerStep> all = new ArrayList<>(steps);
    all.add(step);
    steps = List.copyOf(all);
  }

  /** For when it is planned, and was before it was put off at all. */
  PlannedSteps plan() {
    boolean isPutOff = steps.stream().anyMatch(MergerStep::postpones);
    return new PlannedSteps(isPutOff ? firstPlannedFor : planned(), steps);
  }

  /** What is written when its postponements are other ones: the last says what is planned. */
  C withSteps(List<MergerStep> next, List<UUID> more) {
    firstPlannedFor = plan().first();
    steps = List.copyOf(next);
    return plannedFor(new PlannedSteps(firstPlannedFor, steps).planned(), more);
  }

  /** What is written when it slips; the old day stays among the steps. */
  C postponed(PartialDate on, PartialDate day, String reason, List<UUID> sources) {
    requireOpen();
    MergerStep step = MergerStep.postponed(on, day, reason, sources);
    List<MergerStep> next = PlannedSteps.with(steps, step);
    requireSlip(step, next);
    return withSteps(next, sources);
  }

  /**
   * Once it has been put off, the last postponement says for when it is planned.
   *
   * @param before for when it was planned until now
   */
  void requirePlannedBySteps(PartialDate before) {
    if (!Objects.equals(planned(), before)) {
      plan()
          .last()
          .ifPresent(
              step -> {
                throw MergerProblems.byStep(
                    "plannedFor", "merger.planned-by-step", step.plannedFor(), step);
              });
    }
  }

  /**
   * A slip was known while it was open, and lies between the plans before and after it.
   *
   * @param all in their order, this one among them
   */
  void requireSlip(MergerStep step, List<MergerStep> all) {
    requireAnnouncedBy(step.on());
    if (over() != null && step.on().isSurelyAfter(over())) {
      throw Problems.validationFailed("/on", "date.after", over());
    }
    new PlannedSteps(plan().first(), all).requireBetween(step);
    step.requirePlan();
  }

  /** What is put off or given up has been announced. */
  void requireAnnouncedBy(PartialDate on) {
    if (announced() != null && announced().isSurelyAfter(on)) {
      throw Problems.validationFailed("/on", "date.before", announced());
    }
  }
}
