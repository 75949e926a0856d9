package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.Problems;
import org.grappe.value.Ids;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * One step of a merger, kept with it.
 *
 * @param id given by the service
 * @param on the day of it; of a completion or correction the day from which the parties are one
 * @param plannedFor the day for which the merger was planned from then on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewMergerStep", description = "A postponement that is entered late.")
record MergerStep(
    @Schema(hidden = true) UUID id,
    @NotNull Kind kind,
    PartialDate on,
    PartialDate plannedFor,
    @Size(max = 4000) String reason,
    @Size(max = 500) @References(table = "sources") List<UUID> sources)
    implements SelfValidating {

  /** How far ahead a day is planned. */
  private static final int FURTHEST_YEARS = 10;

  /** What was done with a merger. */
  @Schema(name = "MergerStepKind")
  enum Kind {
    ANNOUNCED,
    POSTPONED,
    ABANDONED,
    COMPLETED,
    CORRECTED,
    REVERSED
  }

  static MergerStep postponed(PartialDate on, PartialDate day, String reason, List<UUID> sources) {
    return new MergerStep(Ids.fresh(), Kind.POSTPONED, on, day, reason, sources);
  }

  static MergerStep act(Kind kind, PartialDate on, String reason, List<UUID> sources) {
    return new MergerStep(Ids.fresh(), kind, on, null, reason, sources);
  }

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(postpones() && plannedFor == null, at + "/plannedFor", "field.missing");
    violations.addIf(on == null && kind != Kind.ANNOUNCED, at + "/on", "field.missing");
    violations.addIf(
        !postpones() && plannedFor != null, at + "/plannedFor", "merger.step-unplanned");
  }

  /** Only a postponement is entered as a step; all else is made by what is done. */
  void checkNew(Violations violations) {
    violations.addIf(id != null, "/id", "field.unknown", "id");
    violations.addIf(!postpones(), "/kind", "merger.step-by-act");
  }

  /** Of what was done, the reason and the sources may be put right here, and of a slip its days. */
  void checkChanged(MergerStep before, Violations violations) {
    violations.addIf(!before.id.equals(id), "/id", "field.unknown", "id");
    violations.addIf(before.kind != kind, "/kind", "merger.step-kind", before.kind);
    violations.addIf(
        !before.postpones() && !before.on.equals(on), "/on", "merger.step-day", before.on);
  }

  /**
   * Nobody plans for a day that had passed when it was made known, nor further ahead than anybody
   * plans: what lies beyond is a slip of the pen.
   */
  void requirePlan() {
    if (on.isSurelyAfter(plannedFor)) {
      throw Problems.validationFailed("/plannedFor", "date.before", on);
    }
    LocalDate latest = on.lastDay().plusYears(FURTHEST_YEARS);
    if (plannedFor.firstDay().isAfter(latest)) {
      throw Problems.validationFailed("/plannedFor", "date.after", latest);
    }
  }

  boolean postpones() {
    return kind == Kind.POSTPONED;
  }

  /** What is completed is so from a day of its own, and what is reversed then has been known. */
  boolean needsAnnouncement() {
    return postpones() || kind == Kind.ABANDONED;
  }

  /** The same, put off to another day. */
  MergerStep planned(PartialDate day) {
    return new MergerStep(id, kind, on, day, reason, sources);
  }

  MergerStep entered() {
    return new MergerStep(Ids.fresh(), kind, on, plannedFor, reason, sources);
  }
}
