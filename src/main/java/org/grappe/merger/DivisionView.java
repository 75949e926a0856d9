package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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

/** A division as it is answered. */
@Schema(name = "Division", description = "A cluster coming apart.")
record DivisionView(
    UUID id,
    @Schema(description = "The cluster that comes apart.") Ref cluster,
    @Schema(description = "Whether the cluster ends.") Division.Kind kind,
    @Schema(description = "What comes of it.") List<Ref> results,
    PartialDate announcedOn,
    @Schema(description = "When it is to take effect.") PartialDate plannedFor,
    @Schema(description = "When it took effect.") PartialDate effectiveOn,
    @Schema(description = "When it was given up.") LocalDate abandonedOn,
    @Schema(description = "What it is on the day; absent before it was announced.")
        MergerStatus status,
    @Schema(description = "Where the members of each college go.")
        List<MergerView.Mapped> collegeMapping,
    @Schema(description = "Who and what goes where.") List<Assigned> assignments,
    @Schema(description = "The votes of the cluster's assembly.") List<MergerView.Vote> ballots,
    @Schema(description = "What was done with it, in order; old plans among it.")
        List<MergerStepView> steps,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {

  /** Where one thing goes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Assignment", description = "Who or what goes where.")
  record Assigned(
      @Schema(description = "A membership, by its organisation; an application has no name here.")
          Ref membership,
      @Schema(description = "All members of a college.") Ref college,
      @Schema(description = "An office.") Ref office,
      @Schema(description = "A convention.") Ref convention,
      @Schema(description = "An event.") Ref event,
      @Schema(description = "Whatever nothing else assigns.") Boolean rest,
      @Schema(ref = "Assignee") JsonNode to) {}
}
