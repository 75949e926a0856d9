package org.grappe.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.View;

/** A delivery as it is answered: what it was about, and how it went, not what was sent. */
@Schema(name = "Delivery", description = "What is sent, or was, and how that went.")
record DeliveryView(
    @Schema(description = "The id of the event, and `webhook-id` of its requests.") UUID id,
    @Schema(description = "What it tells.") DeliveryKind kind,
    @Schema(description = "Of a change, the type of its record.", examples = "MEMBERSHIP")
        String type,
    @Schema(description = "Of a change, its record.") UUID record,
    @Schema(description = "Of a change, its place in `/changes`.") String cursor,
    @Schema(description = "How it stands.") DeliveryStatus status,
    @Schema(description = "How often it was tried.", examples = "2") int attempts,
    @Schema(description = "Why the last attempt failed.") DeliveryError error,
    @Schema(description = "What the receiver answered last.", examples = "503") Integer statusCode,
    @Schema(description = "When it is tried again, at the earliest.") Instant nextAttemptAt,
    @Schema(description = "When it was tried last.") Instant lastAttemptAt,
    @Schema(description = "When it was taken, or given up.") Instant endedAt,
    Instant createdAt,
    @JsonIgnore long version)
    implements View {}
