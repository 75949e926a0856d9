package org.grappe.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;

/** How many places the members of a cluster may have. */
@Schema(name = "NewQuota", description = "How many places the members of a cluster may have.")
record Quota(
    @NotNull @References(table = "clusters", by = "slug") @Schema(examples = "digital-place")
        UUID cluster,
    @NotNull @PositiveOrZero @Schema(description = "How many.", examples = "20") Integer places) {}
