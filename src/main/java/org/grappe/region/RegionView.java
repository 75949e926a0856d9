package org.grappe.region;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;
import org.grappe.value.PartialDate;
import org.grappe.value.RegionRef;

/** A region as it is answered. */
@Schema(name = "Region", description = "A region of INSEE, of before or after the reform of 2016.")
record RegionView(
    @Schema(description = "INSEE's code.", examples = "76") String code,
    @Schema(examples = "Occitanie") String name,
    @Schema(description = "Since when it exists; absent if the reform left it alone.")
        PartialDate from,
    @Schema(description = "The first day on which it no longer exists.") PartialDate until,
    @Schema(description = "The region that replaced it.") RegionRef successor,
    @Schema(description = "The regions that it replaced.") List<String> predecessors,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore UUID id,
    @JsonIgnore long version)
    implements View {}
