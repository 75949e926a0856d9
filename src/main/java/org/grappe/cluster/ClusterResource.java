package org.grappe.cluster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.body.MergePatch;
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.record.HistoryView;
import org.grappe.retry.Idempotent;

/** {@code /clusters}. */
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clusters", description = "Associations of businesses of one trade in one territory.")
class ClusterResource {
  private final Clusters clusters;

  ClusterResource(Clusters clusters) {
    this.clusters = clusters;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List clusters")
  public Page<ClusterView> listClusters() {
    return clusters.page();
  }

  @GET
  @Path("{cluster}")
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.JSON_LD})
  @Operation(summary = "Read a cluster")
  public ClusterView readCluster(
      @PathParam("cluster") String key,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return clusters.one(key, on, knownAt);
  }

  @GET
  @Path("{cluster}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a cluster")
  public Page<HistoryView> listClusterHistory(@PathParam("cluster") String key) {
    return clusters.history(key);
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Idempotent
  @APIResponseSchema(value = ClusterView.class, responseCode = "201")
  @Operation(summary = "Enter a cluster")
  public Response createCluster(ClusterContent cluster) {
    return clusters.create(cluster);
  }

  @PATCH
  @Path("{cluster}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a cluster")
  public ClusterView changeCluster(@PathParam("cluster") String key, MergePatch patch) {
    return clusters.change(clusters.required(key), patch);
  }

  @DELETE
  @Path("{cluster}")
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(summary = "Delete a cluster entered by mistake")
  public void deleteCluster(@PathParam("cluster") String key) {
    clusters.remove(clusters.required(key));
  }
}
