package org.grappe.merger;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a party's general assembly decides of a merger, or is to decide. */
@Entity
@Table(name = "ballots")
@AttributeOverride(name = "about", column = @Column(name = "merger", updatable = false))
class Ballot extends AnyBallot {
  /** What an assembly decides. */
  @Schema(name = "BallotDecision")
  enum Decision {
    ADOPTED,
    REJECTED
  }

  /**
   * A ballot as a request writes it.
   *
   * @param onMerger whether it decides of the merger; one on its principle, or on anything else, is
   *     kept and decides nothing
   * @param event the assembly, where it is an event of the registry
   * @param entitled how many members may vote
   * @param quorum how many must
   */
  @Embeddable
  @Schema(name = "NewBallot", description = "A ballot as a request writes it.")
  record Content(
      @NotNull @References(table = "clusters", by = "slug") UUID party,
      Boolean onMerger,
      @References(table = "events") UUID event,
      @NotNull @Valid @JdbcTypeCode(SqlTypes.JSON) Assembly assembly,
      @Size(max = 50) List<@NotBlank @Size(max = 400) String> subjects,
      @PositiveOrZero Integer entitled,
      @PositiveOrZero Integer quorum,
      @PositiveOrZero Integer votesFor,
      @PositiveOrZero Integer votesAgainst,
      @PositiveOrZero Integer abstentions,
      @Enumerated(EnumType.STRING) Decision decision,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    Content {
      onMerger = onMerger == null || onMerger;
    }

    /** Its numbers must be possible, as far as they are known. */
    @Override
    public void check(String at, Violations violations) {
      long cast = known(votesFor) + known(votesAgainst) + known(abstentions);
      within(votesFor, "/votesFor", violations);
      within(votesAgainst, "/votesAgainst", violations);
      within(abstentions, "/abstentions", violations);
      within(quorum, "/quorum", violations);
      boolean alone = violations.isEmpty();
      violations.addIf(
          alone && entitled != null && cast > entitled,
          "/entitled",
          "ballot.votes",
          cast,
          entitled);
      violations.addIf(
          decision != null && assembly.on() == null && assembly.plannedFor() != null,
          "/assembly/on",
          "ballot.decided-when");
      boolean counted = votesFor != null && votesAgainst != null;
      violations.addIf(
          decision == Decision.ADOPTED && quorum != null && counted && cast < quorum,
          "/quorum",
          "ballot.quorum",
          cast,
          quorum);
      violations.addIf(
          decision == Decision.ADOPTED
              && votesFor != null
              && known(votesFor) <= known(votesAgainst),
          "/votesFor",
          "ballot.majority",
          votesFor,
          known(votesAgainst));
    }

    private void within(Integer number, String at, Violations violations) {
      violations.addIf(
          number != null && entitled != null && number > entitled, at, "number.max", entitled);
    }

    private static long known(Integer number) {
      return number == null ? 0 : number;
    }
  }
}
