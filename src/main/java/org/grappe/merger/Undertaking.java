package org.grappe.merger;

import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What becomes of clusters, from its announcement to its effect: it takes time and can slip; each
 * step is kept.
 *
 * @param <C> what a request writes
 */
@MappedSuperclass
abstract class Undertaking<C extends Record> extends StoredRecord<C> {
  private PartialDate effectiveOn;
  private LocalDate abandonedOn;
  private PartialDate firstPlannedFor;
  private UUID completion;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<MergerStep> steps = List.of();

  /** When it was announced. */
  abstract PartialDate announced();

  /** For when it is planned. */
  abstract PartialDate planned();

  /** What is written when it is planned for another day, as more sources say. */
  abstract C plannedFor(PartialDate day, List<UUID> more);

  /**
   * It is in no list before it was announced, so it cannot have been in effect by then, put off or
   * given up.
   *
   * @param before when it was announced until now
   */
  void requireAnnouncedBefore(PartialDate before) {
    if (announced() == null) {
      return;
    }
    if (effectiveOn != null && announced().isSurelyAfter(effectiveOn)) {
      throw Problems.validationFailed("/announcedOn", "date.after", effectiveOn);
    }
    if (!announced().equals(before)) {
      steps.stream()
          .filter(MergerStep::needsAnnouncement)
          .map(MergerStep::on)
          .filter(announced()::isSurelyAfter)
          .findFirst()
          .ifPresent(
              on -> {
                throw Problems.validationFailed("/announcedOn", "date.after", on);
              });
    }
  }

  /** What is put off or given up has been announced. */
  void requireAnnouncedBy(PartialDate on) {
    if (announced() != null && announced().isSurelyAfter(on)) {
      throw Problems.validationFailed("/on", "date.before", announced());
    }
  }

  /** What must be so for anything to be done with it. */
  void requireOpen() {
    if (effectiveOn != null) {
      throw closed("merger.effective", effectiveOn);
    }
    if (abandonedOn != null) {
      throw closed("merger.abandoned", PartialDate.of(abandonedOn));
    }
  }

  /** It is over, and the bound is the day since when. */
  private static Problem closed(String key, PartialDate day) {
    return Problems.of(MergerProblems.MERGER_CLOSED, key, day).withMember("bound", day.text());
  }

  static Problem already(String field, String key, PartialDate day) {
    return Problems.of(MergerProblems.MERGER_CONFLICT, key, day)
        .withMember("field", field)
        .withMember("bound", day.text());
  }

  /** A postponement stands against it. */
  private static Problem byStep(String field, String key, PartialDate bound, MergerStep step) {
    return Problems.of(MergerProblems.MERGER_CONFLICT, key, "", bound)
        .withMember("field", field)
        .withMember("bound", bound.text())
        .withMember("other", Map.of("id", step.id()));
  }

  /** What must be so for its day to be corrected, or for it to be reversed. */
  void requireEffective() {
    if (effectiveOn == null) {
      throw Problems.of(MergerProblems.MERGER_CLOSED, "merger.not-effective");
    }
  }

  /** The same, and that the day is another one, which has come. */
  void requireMoved(PartialDate on, LocalDate today) {
    requireEffective();
    if (on.firstDay().isAfter(today)) {
      throw Problems.validationFailed("/effectiveOn", "date.future", on);
    }
    if (on.equals(effectiveOn)) {
      throw already("effectiveOn", "merger.effective-already", on);
    }
  }

  /** What is written when it slips; the old day stays among the steps. */
  C postponed(PartialDate on, PartialDate day, String reason, List<UUID> sources) {
    requireOpen();
    MergerStep step = MergerStep.postponed(on, day, reason, sources);
    List<MergerStep> next = PlannedSteps.with(steps, step);
    requireSlip(step, next);
    return withSteps(next, sources);
  }

  void abandon(LocalDate on, String reason, List<UUID> sources) {
    requireOpen();
    PartialDate day = PartialDate.of(on);
    requireAnnouncedBy(day);
    plan()
        .after(day)
        .ifPresent(
            step -> {
              throw byStep("on", "merger.put-off-later", step.on(), step);
            });
    abandonedOn = on;
    add(MergerStep.act(MergerStep.Kind.ABANDONED, day, reason, sources));
  }

  void complete(PartialDate on, UUID act, String reason, List<UUID> sources) {
    effectiveOn = on;
    completion = act;
    add(MergerStep.act(MergerStep.Kind.COMPLETED, on, reason, sources));
  }

  /** From when it has really been effective. */
  void correct(PartialDate on, String reason, List<UUID> sources) {
    effectiveOn = on;
    add(MergerStep.act(MergerStep.Kind.CORRECTED, on, reason, sources));
  }

  /** As if it had not been completed, but for the steps. */
  void reverse(LocalDate on, String reason, List<UUID> sources) {
    effectiveOn = null;
    completion = null;
    add(MergerStep.act(MergerStep.Kind.REVERSED, PartialDate.of(on), reason, sources));
  }

  /** The act in the history that completed it. */
  UUID completion() {
    return completion;
  }

  List<MergerStep> steps() {
    return steps;
  }

  PartialDate effectiveOn() {
    return effectiveOn;
  }

  /** What is written when its postponements are other ones: the last says what is planned. */
  C withSteps(List<MergerStep> next, List<UUID> more) {
    firstPlannedFor = plan().first();
    steps = List.copyOf(next);
    return plannedFor(new PlannedSteps(firstPlannedFor, steps).planned(), more);
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
                throw byStep("plannedFor", "merger.planned-by-step", step.plannedFor(), step);
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
    PartialDate over = abandonedOn == null ? effectiveOn : PartialDate.of(abandonedOn);
    if (over != null && step.on().isSurelyAfter(over)) {
      throw Problems.validationFailed("/on", "date.after", over);
    }
    new PlannedSteps(plan().first(), all).requireBetween(step);
    step.requirePlan();
  }

  /** For when it is planned, and was before it was put off at all. */
  PlannedSteps plan() {
    boolean isPutOff = steps.stream().anyMatch(MergerStep::postpones);
    return new PlannedSteps(isPutOff ? firstPlannedFor : planned(), steps);
  }

  private void add(MergerStep step) {
    List<MergerStep> all = new ArrayList<>(steps);
    all.add(step);
    steps = List.copyOf(all);
  }
}
