package org.grappe.cluster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.value.PartialDate;
import org.grappe.value.PeriodStatus;
import org.grappe.value.Ref;

/** A mandate as it is answered. */
@Schema(name = "Mandate", description = "A person holding an office for a time.")
record MandateView(
    UUID id,
    @Schema(description = "Where the office is held; absent for one held elsewhere.") Ref cluster,
    String person,
    Mandate.Role role,
    String title,
    boolean provisional,
    Ref college,
    String territory,
    @Schema(description = "In a cluster, the person's own; elsewhere, where the office is held.")
        Ref organisation,
    PartialDate from,
    boolean startKnown,
    PartialDate until,
    PeriodStatus status,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements OwnedView {}
