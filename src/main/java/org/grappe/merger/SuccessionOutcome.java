package org.grappe.merger;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.merger.MergerOutcome.Obstacle;
import org.grappe.merger.MergerOutcome.Tally;

/** What a succession does, or did; nothing yet where something stands against it. */
@Schema(name = "SuccessionOutcome", description = "What the succession does, or did.")
record SuccessionOutcome(
    @Schema(description = "Its memberships that end, by their clusters.") Tally memberships,
    @Schema(description = "Clusters of which both are members.") Tally jointClusters,
    @Schema(description = "Clusters of which the successor is a member from that day on.")
        Tally resulting,
    @Schema(description = "Applications handed over, by their clusters.") Tally applications,
    @Schema(description = "Mandates on its behalf that are the successor's from then on.")
        Tally mandates,
    @Schema(description = "Registrations handed over, by their events.") Tally registrations,
    @Schema(description = "What stands against it.") List<Obstacle> obstacles) {}
