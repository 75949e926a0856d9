package org.grappe.sharing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.SourceRef;
import org.grappe.query.StatementView;
import org.grappe.query.View;
import org.grappe.value.Ref;

/** A share as it is answered. */
@Schema(name = "Share", description = "An event in the calendar of a cluster that doesn't host it.")
record ShareView(
    UUID id,
    @Schema(description = "With which cluster it is shared.") Ref cluster,
    @Schema(description = "The convention under which it is.") Ref convention,
    @Schema(description = "What became of it, on the day.") ShareStatus status,
    @Schema(description = "The day on which it became that.") LocalDate on,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
