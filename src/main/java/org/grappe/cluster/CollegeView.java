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

/** A college as it is answered. */
@Schema(name = "College", description = "A trade group inside one cluster.")
record CollegeView(
    UUID id,
    Ref cluster,
    String name,
    String purpose,
    PartialDate from,
    PartialDate until,
    boolean startKnown,
    PeriodStatus status,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements OwnedView {}
