package org.grappe.cluster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.format.Linked;
import org.grappe.format.LinkedData;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.Label;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;
import org.grappe.value.Slugs;

/** A cluster as it is answered. */
@Schema(name = "Cluster", description = "An association of businesses of one trade.")
record ClusterView(
    UUID id,
    String slug,
    String name,
    boolean nameProvisional,
    List<String> otherNames,
    String acronym,
    String speciality,
    String description,
    RegionRef region,
    List<String> territories,
    List<Label> labels,
    String city,
    String website,
    String legalForm,
    String siren,
    String siret,
    String rna,
    @Schema(description = "The organisation that it is, whose numbers it has.") Ref organisation,
    PartialDate announcedOn,
    PartialDate foundedOn,
    PartialDate launchedOn,
    PartialDate dissolvedOn,
    @Schema(description = "What it is on the day; absent before anything of it had begun.")
        ClusterStatus status,
    @Schema(description = "What it was for a time, oldest first.") List<ClusterPeriod> periods,
    @Schema(description = "The cluster that it became part of.") Ref followedBy,
    @Schema(description = "From which day.") PartialDate followedOn,
    @Schema(description = "The clusters into which it was split.") List<Ref> dividedInto,
    @Schema(description = "The clusters that became this one, or were split into it.")
        List<Ref> continues,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View, Linked, LinkedData {
  private static final String COLLECTION = "/api/v1/clusters/";

  /** One of which nothing ever changed has one period, in which it is what it is. */
  ClusterView {
    if (periods.isEmpty()) {
      periods =
          List.of(ClusterPeriod.only(id, name, nameProvisional, acronym, legalForm, city, region));
    }
  }

  @Override
  public Map<String, Object> linkedData(String base) {
    return ClusterLinkedData.of(this, base);
  }

  /** Asked for by a slug that it had, it says which one it has. */
  @Override
  public Optional<String> link(String path) {
    String asked = path.startsWith(COLLECTION) ? path.substring(COLLECTION.length()) : slug;
    Optional<String> canonical =
        Optional.of(slug)
            .filter(own -> Slugs.isSlug(asked) && !own.equals(asked))
            .map(own -> "<" + COLLECTION + own + ">; rel=\"canonical\"");
    return Stream.concat(canonical.stream(), link().stream())
        .reduce((one, other) -> one + ", " + other);
  }

  @Override
  @JsonIgnore
  @Schema(hidden = true)
  public Optional<String> link() {
    return Stream.concat(Stream.ofNullable(followedBy), dividedInto.stream())
        .map(next -> "<" + COLLECTION + next.slug() + ">; rel=\"successor-version\"")
        .reduce((one, other) -> one + ", " + other);
  }
}
