package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;

/** A merger as it is answered. */
@Schema(name = "Merger", description = "Clusters becoming one.")
record MergerView(
    UUID id,
    @Schema(description = "Whether they become one, or one takes over those that had ended.")
        Merger.Kind kind,
    @Schema(description = "The clusters that become one.") List<Ref> parties,
    @Schema(description = "What they become; absent while that is not known.") Ref result,
    PartialDate announcedOn,
    @Schema(description = "When it is to take effect.") PartialDate plannedFor,
    @Schema(description = "When it took effect.") PartialDate effectiveOn,
    @Schema(description = "When it was given up.") LocalDate abandonedOn,
    @Schema(description = "What it is on the day; absent before it was announced.")
        MergerStatus status,
    @Schema(description = "Where the members of each college go.") List<Mapped> collegeMapping,
    @Schema(description = "The votes of the parties' assemblies.") List<Vote> ballots,
    @Schema(description = "What was done with it, in order; old plans among it.")
        List<MergerStepView> steps,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {

  /** Where the members of a college go. */
  @Schema(name = "MappedCollege", description = "Where the members of a college go.")
  record Mapped(
      @Schema(description = "A college of a party.") Ref from,
      @Schema(description = "A college of the result.") Ref to) {}

  /** A ballot in short. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "BallotSummary", description = "A ballot in short.")
  record Vote(
      UUID id,
      @Schema(description = "Whose assembly votes.") Ref party,
      @Schema(description = "Whether it decides of the merger.") boolean onMerger,
      @Schema(description = "The assembly.") Assembly assembly,
      @Schema(description = "What it decided; absent while it has not.")
          Ballot.Decision decision) {}
}
