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

/** {@code /clusters/{cluster}/colleges}. */
@Path("/api/v1/clusters/{cluster}/colleges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Colleges", description = "Trade groups inside a cluster.")
class CollegeResource {
  private final Colleges colleges;

  CollegeResource(Colleges colleges) {
    this.colleges = colleges;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a cluster's colleges")
  public Page<CollegeView> listClusterColleges(@PathParam("cluster") String cluster) {
    return colleges.inClusters().page(cluster);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a college")
  public CollegeView readClusterCollege(
      @PathParam("cluster") String cluster,
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return colleges.inClusters().one(cluster, id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a college")
  public Page<HistoryView> listClusterCollegeHistory(
      @PathParam("cluster") String cluster, @PathParam("id") String id) {
    return colleges.inClusters().history(cluster, id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = CollegeView.class, responseCode = "201")
  @Operation(summary = "Enter a college")
  public Response createClusterCollege(
      @PathParam("cluster") String cluster, College.Content college) {
    return colleges.inClusters().create(cluster, college);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a college")
  public CollegeView changeClusterCollege(
      @PathParam("cluster") String cluster, @PathParam("id") String id, MergePatch patch) {
    return colleges.change(colleges.inClusters().required(cluster, id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a college entered by mistake")
  public void deleteClusterCollege(
      @PathParam("cluster") String cluster, @PathParam("id") String id) {
    colleges.remove(colleges.inClusters().required(cluster, id));
  }
}
