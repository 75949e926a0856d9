package org.grappe.merger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;

/** All that has become one with a cluster or came apart, and how. */
@Schema(name = "Lineage", description = "All that has become one with a cluster, and how.")
record Lineage(
    @Schema(description = "The clusters, oldest first.") List<Member> clusters,
    @Schema(description = "The mergers between them, oldest first.") List<Union> mergers,
    @Schema(description = "The divisions among them, oldest first.") List<Split> divisions) {

  /** A cluster of the family. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LineageCluster", description = "A cluster of the family.")
  record Member(
      UUID id,
      String slug,
      String name,
      @Schema(description = "What it is on the day.") String status,
      PartialDate foundedOn,
      PartialDate dissolvedOn,
      @Schema(description = "The cluster that it became part of.") Ref followedBy,
      @Schema(description = "From which day.") PartialDate followedOn) {}

  /** A merger that has taken effect. */
  @Schema(name = "LineageMerger", description = "A merger that has taken effect.")
  record Union(
      UUID id,
      @Schema(description = "Whether they became one, or one took over those that had ended.")
          Merger.Kind kind,
      @Schema(description = "The clusters that became one.") List<Ref> parties,
      @Schema(description = "What they became.") Ref result,
      @Schema(description = "From which day.") PartialDate effectiveOn) {}

  /** A division that has taken effect. */
  @Schema(name = "LineageDivision", description = "A division that has taken effect.")
  record Split(
      UUID id,
      @Schema(description = "Whether the cluster ended.") Division.Kind kind,
      @Schema(description = "The cluster that came apart.") Ref cluster,
      @Schema(description = "What came of it.") List<Ref> results,
      @Schema(description = "From which day.") PartialDate effectiveOn) {}
}
