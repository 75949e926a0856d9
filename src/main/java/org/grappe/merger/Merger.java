package org.grappe.merger;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.Problems;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.grappe.value.Period;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Clusters becoming one. It takes time and can slip; each step is kept. */
@Entity
@Table(name = "mergers")
class Merger extends StoredRecord<Merger.Content> {
  @Embedded private Content content;
  private PartialDate effectiveOn;
  private LocalDate abandonedOn;
  private PartialDate firstPlannedFor;
  private UUID completion;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<MergerStep> steps = List.of();

  /**
   * A merger as a request writes it.
   *
   * @param kind a merger where it is left out
   * @param result what they become: a new cluster, or one of the parties; may be known later
   * @param collegeMapping which college of the result takes the members of a party's college
   */
  @Embeddable
  @Schema(name = "NewMerger", description = "A merger as a request writes it.")
  record Content(
      @Enumerated(EnumType.STRING) Kind kind,
      @NotNull @Size(min = 2, max = 50) @References(table = "clusters", by = "slug")
          List<UUID> parties,
      @References(table = "clusters", by = "slug") UUID result,
      PartialDate announcedOn,
      PartialDate plannedFor,
      @Size(max = 500) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Mapping> collegeMapping,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    Content {
      kind = kind == null ? Kind.MERGER : kind;
    }

    @Override
    public void check(String at, Violations violations) {
      violations.addIf(
          takesOver() && result != null && !parties.contains(result),
          "/result",
          "merger.takeover-result");
      Period.check(announcedOn, plannedFor, "/plannedFor", violations);
      for (int i = 0; i < collegeMapping.size(); i++) {
        UUID from = collegeMapping.get(i).from();
        boolean repeated =
            collegeMapping.stream().limit(i).anyMatch(other -> other.from().equals(from));
        violations.addIf(repeated, "/collegeMapping/" + i + "/from", "reference.repeated");
      }
    }

    boolean takesOver() {
      return kind == Kind.TAKEOVER;
    }

    /**
     * The cluster whose assembly decides of a takeover, where it is known; else each party does.
     */
    boolean votes(UUID party) {
      return parties.contains(party) && (!takesOver() || result == null || party.equals(result));
    }

    Content plannedFor(PartialDate day, List<UUID> more) {
      List<UUID> all = new ArrayList<>(sources);
      more.stream().filter(source -> !all.contains(source)).forEach(all::add);
      return new Content(
          kind, parties, result, announcedOn, day, collegeMapping, all, statements, remarks);
    }
  }

  /** What becomes of the clusters. */
  @Schema(name = "MergerKind")
  enum Kind {
    MERGER,
    TAKEOVER
  }

  /** Where the members of a college go. */
  @Schema(name = "CollegeMapping", description = "Where the members of a college go.")
  record Mapping(
      @NotNull @References(table = "colleges") UUID from,
      @NotNull @References(table = "colleges") UUID to) {}

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content next) {
    content = next;
  }

  /** Kind, parties, result, mapping and plan stay as they were once the merger is over. */
  void requireSameShape(Content before) {
    boolean isSame =
        content.kind() == before.kind()
            && content.parties().equals(before.parties())
            && Objects.equals(content.result(), before.result())
            && Objects.equals(content.plannedFor(), before.plannedFor())
            && content.collegeMapping().equals(before.collegeMapping());
    if (!isSame) {
      requireOpen();
    }
  }

  /** What must be so for anything to be done with it. */
  void requireOpen() {
    if (effectiveOn != null) {
      throw Problems.of(MergerProblems.MERGER_CLOSED, "merger.effective", effectiveOn);
    }
    if (abandonedOn != null) {
      throw Problems.of(MergerProblems.MERGER_CLOSED, "merger.abandoned", abandonedOn);
    }
  }

  /** What must be so for its day to be corrected, or for it to be reversed. */
  void requireEffective() {
    if (effectiveOn == null) {
      throw Problems.of(MergerProblems.MERGER_CLOSED, "merger.not-effective");
    }
  }

  /** What is written when it slips; the old day stays among the steps. */
  Content postponed(PartialDate on, PartialDate day, String reason, List<UUID> sources) {
    requireOpen();
    PartialDate before = content.plannedFor();
    if (day.equals(before)) {
      throw Problems.of(MergerProblems.MERGER_CONFLICT, "merger.planned-already", day);
    }
    if (before != null && before.firstDay().isAfter(day.lastDay())) {
      throw Problems.validationFailed("/plannedFor", "date.before", before);
    }
    boolean first = steps.stream().noneMatch(MergerStep::postpones);
    firstPlannedFor = first ? before : firstPlannedFor;
    add(MergerStep.postponed(on, day, reason, sources));
    return content.plannedFor(day, sources);
  }

  void abandon(LocalDate on, String reason, List<UUID> sources) {
    requireOpen();
    abandonedOn = on;
    add(MergerStep.act(MergerStep.Kind.ABANDONED, PartialDate.of(on), reason, sources));
  }

  void complete(PartialDate on, UUID act, String reason, List<UUID> sources) {
    effectiveOn = on;
    completion = act;
    add(MergerStep.act(MergerStep.Kind.COMPLETED, on, reason, sources));
  }

  /** From when the parties have really been one. */
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
  Content withSteps(List<MergerStep> next) {
    boolean wasPostponed = steps.stream().anyMatch(MergerStep::postpones);
    firstPlannedFor = wasPostponed ? firstPlannedFor : content.plannedFor();
    PartialDate planned =
        next.stream()
            .filter(MergerStep::postpones)
            .map(MergerStep::plannedFor)
            .reduce(firstPlannedFor, (earlier, later) -> later);
    steps = List.copyOf(next);
    return content.plannedFor(planned, List.of());
  }

  private void add(MergerStep step) {
    List<MergerStep> all = new ArrayList<>(steps);
    all.add(step);
    steps = List.copyOf(all);
  }
}
