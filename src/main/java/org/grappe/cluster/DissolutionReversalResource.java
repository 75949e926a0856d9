package org.grappe.cluster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.database.TakesLong;
import org.grappe.retry.Idempotent;
import org.grappe.value.References;

/** {@code /clusters/{cluster}/dissolution/reversal}. */
@Path("/api/v1/clusters/{cluster}/dissolution/reversal")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clusters")
class DissolutionReversalResource {
  private final Clusters clusters;
  private final DissolutionReversal reversals;

  DissolutionReversalResource(Clusters clusters, DissolutionReversal reversals) {
    this.clusters = clusters;
    this.reversals = reversals;
  }

  /** That a cluster has not ended. */
  @Schema(name = "DissolutionReversal", description = "Take a dissolution back.")
  record Reversed(
      @Size(max = 4000) @Schema(description = "Why, kept as a statement.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {}

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that the dissolution ended is put back")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Reverse a cluster's dissolution",
      description =
          """
          For a dissolution entered by mistake: the cluster goes on, and all that ended with it;
          events that it cancelled take place. What has been changed since stays as it is. A cluster
          that is not dissolved, or that ended by a merger or a split, is refused.""")
  public ClusterView reverseDissolution(@PathParam("cluster") String cluster, Reversed reversal) {
    return reversals.reverse(clusters.held(cluster), reversal.reason(), reversal.sources());
  }
}
