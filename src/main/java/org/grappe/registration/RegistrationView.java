package org.grappe.registration;

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

/** A registration as it is answered. */
@Schema(name = "Registration", description = "An organisation's places at an event.")
record RegistrationView(
    UUID id,
    @JsonIgnore UUID event,
    @Schema(description = "Who comes.") Ref organisation,
    Integer places,
    @Schema(description = "The membership on which it registered, named by its cluster.")
        Ref membership,
    @Schema(description = "Whether it has its places.") RegistrationStatus status,
    @Schema(description = "Its place in the waiting list, 1 for the head.", examples = "1")
        Integer position,
    @Schema(description = "Since when it is cancelled.") LocalDate cancelledOn,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
