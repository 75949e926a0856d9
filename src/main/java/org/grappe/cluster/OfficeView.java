package org.grappe.cluster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.value.PartialDate;
import org.grappe.value.Ref;

/** An office as it is answered. */
@Schema(name = "Office", description = "A place of a cluster.")
record OfficeView(
    UUID id,
    Ref cluster,
    String city,
    String territory,
    String place,
    String address,
    PartialDate plannedFor,
    PartialDate openedOn,
    boolean startKnown,
    PartialDate closedOn,
    Office.Status status,
    @Schema(description = "The office, of a cluster that merged, that this one continues.")
        List<Ref> continues,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements OwnedView {}
