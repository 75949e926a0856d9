package org.grappe.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** A period of a cluster as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ClusterPeriod", description = "What a cluster was for a time.")
record ClusterPeriod(
    @Schema(description = "The cluster's own for the first.") UUID id,
    @Schema(description = "When it began; absent of the first.") PartialDate from,
    @Schema(description = "When the next began; absent of the last.") PartialDate until,
    String name,
    @Schema(description = "Whether that was a working name.") boolean nameProvisional,
    String acronym,
    String legalForm,
    String city,
    RegionRef region,
    @Schema(description = "The fields that changed as it began.") List<String> changed,
    @Schema(description = "Why it changed.") String reason,
    @Schema(description = "The sources of the change.") List<Ref> sources) {

  static ClusterPeriod only(
      UUID id,
      String name,
      boolean nameProvisional,
      String acronym,
      String legalForm,
      String city,
      RegionRef region) {
    return new ClusterPeriod(
        id,
        null,
        null,
        name,
        nameProvisional,
        acronym,
        legalForm,
        city,
        region,
        List.of(),
        null,
        List.of());
  }
}
