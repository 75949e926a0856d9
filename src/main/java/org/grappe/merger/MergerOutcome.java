package org.grappe.merger;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Ref;

/** What a completion does, or did; nothing yet where something stands against it. */
@RecordBuilder
@Schema(name = "MergerOutcome", description = "What the completion of a merger does, or did.")
record MergerOutcome(
    @Schema(description = "Memberships of the parties that end.") Tally memberships,
    @Schema(description = "Organisations that belonged to several parties.")
        Tally jointOrganisations,
    @Schema(description = "Members of the result from that day on.") Tally resulting,
    @Schema(description = "Applications handed over.") Tally applications,
    @Schema(description = "Mandates that end.") Tally mandates,
    @Schema(description = "Offices handed over.") Tally offices,
    @Schema(description = "Conventions handed over.") Tally conventions,
    @Schema(description = "Events handed over.") Tally events,
    @Schema(description = "Shares of events that end or are handed over.") Tally shares,
    @Schema(description = "Colleges with members and without a mapping.")
        List<Ref> unmappedColleges,
    @Schema(description = "Organisations of several parties whose colleges lead to different ones.")
        List<Conflict> collegeConflicts,
    @Schema(description = "What stands against it.") List<Obstacle> obstacles) {

  /** How many there are, and the first by name. */
  @Schema(name = "Tally", description = "How many there are, and the first by name.")
  record Tally(
      @Schema(description = "How many.", examples = "217") long count,
      @Schema(description = "The first of them, ten at most.") List<String> first) {}

  /** A choice among colleges. */
  @Schema(name = "CollegeConflict", description = "A choice among colleges of the result.")
  record Conflict(
      @Schema(description = "Who belonged to several parties.") Ref organisation,
      @Schema(description = "The college of its longest membership; absent for none.") Ref college,
      @Schema(description = "The other colleges.") List<Ref> others) {}

  /** What stands against a completion. */
  @Schema(name = "Obstacle", description = "What stands against the completion of a merger.")
  record Obstacle(
      @Schema(description = "The type of problem.", examples = "/problems/merger-not-approved")
          String type,
      @Schema(description = "What it is.") String detail) {}
}
