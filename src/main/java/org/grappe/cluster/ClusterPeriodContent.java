package org.grappe.cluster;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.period.Period;
import org.grappe.period.Transition;
import org.grappe.value.PartialDate;
import org.grappe.value.References;

/** A period of a cluster as a request puts it right. */
@Schema(
    name = "ChangedClusterPeriod",
    description =
        "A period of a cluster, put right: only what is given. A value that is as it was before the"
            + " period is no change any more; null ends one.")
record ClusterPeriodContent(
    PartialDate from,
    @NotBlank @Size(max = 200) String name,
    boolean nameProvisional,
    @Size(max = 50) String acronym,
    @Size(max = 200) String legalForm,
    @Size(max = 200) String city,
    @NotNull @References(table = "regions", by = "code") String region,
    @Size(max = 4000) String reason,
    @Size(max = 500) @References(table = "sources") List<UUID> sources) {

  static ClusterPeriodContent of(Period period) {
    return new ClusterPeriodContent(
        period.from(),
        period.name(),
        Boolean.TRUE.equals(period.nameProvisional()),
        period.acronym(),
        period.legalForm(),
        period.city(),
        period.region(),
        period.reason(),
        period.sources());
  }

  Transition right() {
    return new ClusterTransition(
            from,
            name,
            nameProvisional,
            acronym,
            legalForm,
            city,
            region,
            reason,
            sources,
            Set.of())
        .from(from);
  }
}
