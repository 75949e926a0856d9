package org.grappe.convention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;

/** A convention as it is answered. */
@Schema(name = "Convention", description = "An agreement between clusters.")
record ConventionView(
    UUID id,
    String title,
    @Schema(description = "The clusters that it binds.") List<Ref> parties,
    List<Convention.Covers> covers,
    List<String> series,
    List<Signing> signings,
    @Schema(description = "Since when it is in force: the day agreed, or the first signing.")
        PartialDate from,
    @Schema(description = "The first day on which it is no longer in force.") PartialDate until,
    @Schema(description = "What it is on the day.") ConventionStatus status,
    @Schema(description = "The convention, of a cluster that merged, that this one continues.")
        List<Ref> continues,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
