package org.grappe.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Ref;

/** A cluster in whose calendar an event stands too, and why it may. */
@Schema(name = "SharedWith", description = "A cluster in whose calendar an event stands too.")
public record SharedWith(
    @Schema(description = "The partner.") Ref cluster,
    @Schema(description = "The convention under which it is shared.") Ref convention) {}
