package org.grappe.merger;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.References;

/** Where the members of a college go. */
@Schema(name = "CollegeMapping", description = "Where the members of a college go.")
record CollegeMapping(
    @NotNull @References(table = "colleges") UUID from,
    @NotNull @References(table = "colleges") UUID to) {}
