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

/** {@code /clusters/{cluster}/offices}. */
@Path("/api/v1/clusters/{cluster}/offices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Offices", description = "Places of a cluster: planned, open or closed.")
class OfficeResource {
  private final Offices offices;

  OfficeResource(Offices offices) {
    this.offices = offices;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a cluster's offices")
  public Page<OfficeView> listClusterOffices(@PathParam("cluster") String cluster) {
    return offices.inClusters().page(cluster);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read an office")
  public OfficeView readClusterOffice(
      @PathParam("cluster") String cluster,
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return offices.inClusters().one(cluster, id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of an office")
  public Page<HistoryView> listClusterOfficeHistory(
      @PathParam("cluster") String cluster, @PathParam("id") String id) {
    return offices.inClusters().history(cluster, id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = OfficeView.class, responseCode = "201")
  @Operation(summary = "Enter an office")
  public Response createClusterOffice(@PathParam("cluster") String cluster, Office.Content office) {
    return offices.inClusters().create(cluster, office);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change an office")
  public OfficeView changeClusterOffice(
      @PathParam("cluster") String cluster, @PathParam("id") String id, MergePatch patch) {
    return offices.change(offices.inClusters().required(cluster, id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete an office entered by mistake")
  public void deleteClusterOffice(
      @PathParam("cluster") String cluster, @PathParam("id") String id) {
    offices.remove(offices.inClusters().required(cluster, id));
  }
}
