package org.grappe.event;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;

/** That something does not take place. */
@Schema(name = "Cancellation", description = "Cancel what was to take place.")
public record Cancellation(
    @Schema(description = "When it was cancelled; today if left out.") LocalDate on,
    @Size(max = 4000) @Schema(description = "Why, kept as a statement.") String reason,
    @Size(max = 500) @References(table = "sources") List<UUID> sources) {}
