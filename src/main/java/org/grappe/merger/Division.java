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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.DateOrder;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A cluster coming apart. */
@Entity
@Table(name = "divisions")
class Division extends Undertaking<Division.Content> {
  @Embedded private Content content;

  /** Whether the cluster ends. */
  @Schema(name = "DivisionKind")
  enum Kind {
    SPLIT,
    SPIN_OFF
  }

  /**
   * A division as a request writes it.
   *
   * @param cluster what comes apart
   * @param results what comes of it: clusters new or old; may be known later
   * @param collegeMapping which college of a result takes the members of a college of the cluster
   * @param assignments who and what goes where
   */
  @Embeddable
  @Schema(name = "NewDivision", description = "A division as a request writes it.")
  record Content(
      @NotNull @References(table = "clusters", by = "slug") UUID cluster,
      @NotNull @Enumerated(EnumType.STRING) Kind kind,
      @Size(max = 50) @References(table = "clusters", by = "slug") List<UUID> results,
      PartialDate announcedOn,
      PartialDate plannedFor,
      @Size(max = 500) @JdbcTypeCode(SqlTypes.JSON) List<@Valid CollegeMapping> collegeMapping,
      @Size(max = 5000) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Assignment> assignments,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    @Override
    public void check(String at, Violations violations) {
      DateOrder.check(announcedOn, plannedFor, "/announcedOn", "/plannedFor", violations);
      violations.addIf(
          cluster != null && results.contains(cluster), "/results", "division.into-itself");
      Assignment.check(assignments, results, violations);
    }

    Content plannedFor(PartialDate day, List<UUID> more) {
      List<UUID> all = new ArrayList<>(sources);
      more.stream().filter(source -> !all.contains(source)).forEach(all::add);
      return new Content(
          cluster,
          kind,
          results,
          announcedOn,
          day,
          collegeMapping,
          assignments,
          all,
          statements,
          remarks);
    }

    boolean splits() {
      return kind == Kind.SPLIT;
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content next) {
    content = next;
  }

  /** All that says what becomes of whom stays as it was once the division is over. */
  void requireSameShape(Content before) {
    boolean isSame =
        content.cluster().equals(before.cluster())
            && content.kind() == before.kind()
            && content.results().equals(before.results())
            && Objects.equals(content.plannedFor(), before.plannedFor())
            && content.collegeMapping().equals(before.collegeMapping())
            && content.assignments().equals(before.assignments());
    if (!isSame) {
      requireOpen();
    }
  }

  /** It has no steps to be written by themselves, so another plan puts the last one right. */
  @Override
  void requirePlannedBySteps(PartialDate before) {
    MergerStep last = plan().last().orElse(null);
    if (last == null || planned() == null || planned().equals(before)) {
      super.requirePlannedBySteps(before);
      return;
    }
    MergerStep right = last.planned(planned());
    List<MergerStep> next = steps().stream().map(step -> step.equals(last) ? right : step).toList();
    requireSlip(right, next);
    withSteps(next, List.of());
  }

  @Override
  PartialDate announced() {
    return content.announcedOn();
  }

  @Override
  PartialDate planned() {
    return content.plannedFor();
  }

  @Override
  Content plannedFor(PartialDate day, List<UUID> more) {
    return content.plannedFor(day, more);
  }
}
