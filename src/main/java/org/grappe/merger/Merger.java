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

/** Clusters becoming one. */
@Entity
@Table(name = "mergers")
class Merger extends Undertaking<Merger.Content> {
  @Embedded private Content content;

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
      @Size(max = 500) @JdbcTypeCode(SqlTypes.JSON) List<@Valid CollegeMapping> collegeMapping,
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
      DateOrder.check(announcedOn, plannedFor, "/announcedOn", "/plannedFor", violations);
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

  @Override
  PartialDate planned() {
    return content.plannedFor();
  }

  @Override
  PartialDate announced() {
    return content.announcedOn();
  }

  @Override
  Content plannedFor(PartialDate day, List<UUID> more) {
    return content.plannedFor(day, more);
  }
}
