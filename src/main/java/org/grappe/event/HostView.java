package org.grappe.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.query.Nested;
import org.grappe.value.Ref;

/** Who hosts an event, as it is answered. */
@Schema(name = "EventHost", description = "Who hosts an event: a cluster or an organisation.")
public record HostView(
    @Schema(description = "The cluster; its predecessor on a day before they became one.")
        Ref cluster,
    @Schema(description = "The organisation, where it is no cluster.") Ref organisation)
    implements Nested {}
