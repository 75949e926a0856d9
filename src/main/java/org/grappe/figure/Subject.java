package org.grappe.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/**
 * What a figure is about: exactly one of a region (with the sector there), a cluster, several
 * clusters together, a merger, or an event.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    name = "NewFigureSubject",
    description =
        "What a figure is about: exactly one of `region`, `cluster`, `clusters`, `merger`,"
            + " `event`.")
record Subject(
    @References(table = "regions", by = "code") @Schema(examples = "76") String region,
    @Size(min = 1, max = 100) @Schema(examples = "digital") String sector,
    @References(table = "clusters", by = "slug") UUID cluster,
    @Size(max = 100) @References(table = "clusters", by = "slug") List<UUID> clusters,
    @References(table = "mergers") UUID merger,
    @References(table = "events") UUID event)
    implements SelfValidating {

  Subject {
    clusters = clusters == null ? List.of() : clusters;
  }

  /** The clusters that it is about, or counts together. */
  List<UUID> counted() {
    return cluster == null ? clusters : List.of(cluster);
  }

  /** Whether it means the same, in whatever order its clusters stand. */
  boolean isSameAs(Subject other) {
    return new HashSet<>(clusters).equals(new HashSet<>(other.clusters))
        && equals(
            new Subject(
                other.region, other.sector, other.cluster, clusters, other.merger, other.event));
  }

  @Override
  public void check(String at, Violations violations) {
    long named =
        Stream.of(
                region != null, cluster != null, !clusters.isEmpty(), merger != null, event != null)
            .filter(n -> n)
            .count();
    violations.addIf(named != 1, at, "subject.one");
    violations.addIf(sector != null && region == null, at + "/sector", "subject.sector");
    violations.addIf(clusters.size() == 1, at + "/clusters", "items.min", 2);
  }
}
