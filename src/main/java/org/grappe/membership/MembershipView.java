package org.grappe.membership;

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

/** A membership as it is answered. */
@Schema(name = "Membership", description = "An organisation belonging to a cluster for a time.")
record MembershipView(
    UUID id,
    Ref cluster,
    Ref organisation,
    Ref college,
    LocalDate appliedOn,
    LocalDate from,
    LocalDate until,
    LocalDate refusedOn,
    @Schema(description = "Why it ended; told to administrators and the cluster's editors.")
        MembershipContent.EndReason endReason,
    MembershipStatus status,
    @Schema(description = "Since when the organisation has belonged without a gap.")
        LocalDate memberSince,
    @Schema(
            description =
                "The memberships that this one continues, through mergers, divisions and successions.")
        List<Ref> continues,
    @Schema(
            description =
                "False where it did not go on in what followed its cluster as that merged or was split.")
        boolean continued,
    List<SourceRef> sources,
    List<StatementView> statements,
    String remarks,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version)
    implements View {}
