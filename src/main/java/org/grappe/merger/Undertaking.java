package org.grappe.merger;

import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/**
 * What becomes of clusters, from its announcement to its effect: it takes time and can slip; each
 * step is kept.
 *
 * @param <C> what a request writes
 */
@MappedSuperclass
abstract class Undertaking<C extends Record> extends PlannedRecord<C> {
  private PartialDate effectiveOn;
  private LocalDate abandonedOn;
  private UUID completion;

  PartialDate effectiveOn() {
    return effectiveOn;
  }

  /** The act in the history that completed it. */
  UUID completion() {
    return completion;
  }

  @Override
  PartialDate over() {
    return abandonedOn == null ? effectiveOn : PartialDate.of(abandonedOn);
  }

  @Override
  void requireOpen() {
    if (effectiveOn != null) {
      throw MergerProblems.closed("merger.effective", effectiveOn);
    }
    if (abandonedOn != null) {
      throw MergerProblems.closed("merger.abandoned", PartialDate.of(abandonedOn));
    }
  }

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
      steps().stream()
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
      throw MergerProblems.already("effectiveOn", "merger.effective-already", on);
    }
  }

  void abandon(LocalDate on, String reason, List<UUID> sources) {
    requireOpen();
    PartialDate day = PartialDate.of(on);
    requireAnnouncedBy(day);
    plan()
        .after(day)
        .ifPresent(
            step -> {
              throw MergerProblems.byStep("on", "merger.put-off-later", step.on(), step);
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
}
