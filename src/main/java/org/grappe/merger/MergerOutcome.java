package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Ref;

/** What a completion does, or did; nothing yet where something stands against it. */
@RecordBuilder
@Schema(name = "MergerOutcome", description = "What the completion of a merger does, or did.")
record MergerOutcome(
    @Schema(description = "Memberships of the parties that end; of a takeover, that are carried.")
        Tally memberships,
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
        List<UnmappedCollege> unmappedColleges,
    @Schema(description = "Organisations of several parties whose colleges lead to different ones.")
        List<Conflict> collegeConflicts,
    @Schema(description = "What stands against it.") List<Obstacle> obstacles) {

  /** How many there are, and the first by name. */
  @Schema(name = "Tally", description = "How many there are, and the first by name.")
  record Tally(
      @Schema(description = "How many.", examples = "217") long count,
      @Schema(description = "The first of them, ten at most.") List<String> first) {
    static final Tally NOTHING = new Tally(0, List.of());

    /** How many are named. */
    static final int FIRST = 10;

    /** Both together. */
    Tally and(Tally other) {
      if (count == 0 || other.count == 0) {
        return count == 0 ? other : this;
      }
      return new Tally(
          count + other.count,
          Stream.concat(first.stream(), other.first.stream())
              .sorted(Collator.getInstance(Locale.FRENCH))
              .limit(FIRST)
              .toList());
    }
  }

  /** A college of a party that nothing in the result takes up. */
  @Schema(
      name = "UnmappedCollege",
      description = "A college of a party for whose members the result has none.")
  record UnmappedCollege(
      UUID id,
      @Schema(description = "Its name.", examples = "Studios") String name,
      @Schema(description = "The party whose college it is.") Ref cluster) {}

  /** A choice among colleges. */
  @Schema(name = "CollegeConflict", description = "A choice among colleges of the result.")
  record Conflict(
      @Schema(description = "Who belonged to several parties.") Ref organisation,
      @Schema(description = "The college of its longest membership; absent for none.") Ref college,
      @Schema(description = "The other colleges.") List<Ref> others) {}

  /** What stands against a completion. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "Obstacle",
      description = "What stands against the completion, correction or reversal of a merger.")
  record Obstacle(
      @Schema(description = "The type of problem.", examples = "/problems/merger-not-approved")
          String type,
      @Schema(description = "What it is.") String detail,
      @Schema(description = "Of what kind the record is that stands against it, if it is one.")
          String collection,
      @Schema(description = "Which record it is.") UUID id,
      @Schema(description = "How it is called.") String name) {}
}
