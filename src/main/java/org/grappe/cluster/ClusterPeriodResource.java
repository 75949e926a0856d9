package org.grappe.cluster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.body.MergePatch;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;

/** {@code /clusters/{cluster}/transitions} and {@code /clusters/{cluster}/periods}. */
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clusters")
class ClusterPeriodResource {
  private final Clusters clusters;
  private final ClusterPeriods periods;

  ClusterPeriodResource(Clusters clusters, ClusterPeriods periods) {
    this.clusters = clusters;
    this.periods = periods;
  }

  @POST
  @Path("{cluster}/transitions")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Enter what changed in the world",
      description =
          """
          From a day on, past or to come, the cluster has other values; what is not given stays as it
          is then, what is null is given up. On the first day of a period it joins that; what changes nothing is refused. A
          later change of the same field holds from its own day on all the same.""")
  public ClusterView transitionCluster(
      @PathParam("cluster") String cluster, ClusterTransition transition) {
    return periods.enter(clusters.required(cluster), transition);
  }

  @PATCH
  @Path("{cluster}/periods/{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(
      summary = "Put a period right",
      description =
          """
          Corrects what a cluster was for a time; what a later period did not change is corrected
          there too. `If-Match` has the version of the cluster.""")
  public ClusterView changeClusterPeriod(
      @PathParam("cluster") String cluster,
      @PathParam("id") String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MergePatch.TYPE,
                      schema = @Schema(implementation = ClusterPeriodContent.class)))
          MergePatch patch) {
    return periods.correct(clusters.required(cluster), id, patch);
  }

  @DELETE
  @Path("{cluster}/periods/{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(
      summary = "Take a change back",
      description =
          """
          What changed as the period began did not change. The first period, which no change began,
          stays. `If-Match` has the version of the cluster.""")
  public void deleteClusterPeriod(
      @PathParam("cluster") String cluster, @PathParam("id") String id) {
    periods.remove(clusters.required(cluster), id);
  }
}
