package org.grappe.cluster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;
import org.grappe.value.PartialDate;
import org.grappe.value.References;

/** {@code /clusters/{cluster}/dissolution}. */
@Path("/api/v1/clusters/{cluster}/dissolution")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clusters")
class DissolutionResource {
  private final Clusters clusters;
  private final ClusterDissolution dissolutions;

  DissolutionResource(Clusters clusters, ClusterDissolution dissolutions) {
    this.clusters = clusters;
    this.dissolutions = dissolutions;
  }

  /**
   * The end of a cluster.
   *
   * @param on from which day it no longer exists; today where absent
   * @param reason why, kept as a statement
   */
  @Schema(name = "Dissolution", description = "The end of a cluster.")
  record Dissolution(
      PartialDate on,
      @Size(max = 4000) String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {

    PartialDate on(LocalDate today) {
      return on == null ? PartialDate.of(today) : on;
    }
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Dissolve a cluster",
      description =
          """
          Ends the cluster and all that is open in it: memberships (`DISSOLVED`), mandates, colleges
          and offices. A cluster that is dissolved already is refused.""")
  public ClusterView dissolveCluster(
      @PathParam("cluster") String cluster, Dissolution dissolution) {
    return dissolutions.dissolve(clusters.held(cluster), dissolution);
  }
}
