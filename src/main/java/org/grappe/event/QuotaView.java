package org.grappe.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Ref;

/** How many places the members of a cluster may have, as it is answered. */
@Schema(name = "Quota", description = "How many places the members of a cluster may have.")
record QuotaView(
    @Schema(description = "The cluster.") Ref cluster,
    @Schema(description = "How many.", examples = "20") Integer places) {}
