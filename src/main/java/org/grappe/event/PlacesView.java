package org.grappe.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many places of an event are taken. */
@Schema(name = "Places", description = "How many places of an event are taken.")
record PlacesView(
    @Schema(description = "How many there are; absent without a limit.", examples = "50")
        Integer capacity,
    @Schema(description = "How many are confirmed.", examples = "50") int confirmed,
    @Schema(description = "How many are waited for.", examples = "150") int waiting) {}
