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

/** {@code /clusters/{cluster}/mandates}. */
@Path("/api/v1/clusters/{cluster}/mandates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mandates", description = "Who held which office, in a cluster or elsewhere.")
class MandateResource {
  private final Mandates mandates;

  MandateResource(Mandates mandates) {
    this.mandates = mandates;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a cluster's mandates")
  public Page<MandateView> listClusterMandates(@PathParam("cluster") String cluster) {
    return mandates.inClusters().page(cluster);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a mandate")
  public MandateView readClusterMandate(
      @PathParam("cluster") String cluster,
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return mandates.inClusters().one(cluster, id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a mandate")
  public Page<HistoryView> listClusterMandateHistory(
      @PathParam("cluster") String cluster, @PathParam("id") String id) {
    return mandates.inClusters().history(cluster, id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = MandateView.class, responseCode = "201")
  @Operation(summary = "Enter a mandate")
  public Response createClusterMandate(
      @PathParam("cluster") String cluster, Mandate.Content mandate) {
    return mandates.inClusters().create(cluster, mandate);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a mandate")
  public MandateView changeClusterMandate(
      @PathParam("cluster") String cluster, @PathParam("id") String id, MergePatch patch) {
    return mandates.change(mandates.inClusters().required(cluster, id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a mandate entered by mistake")
  public void deleteClusterMandate(
      @PathParam("cluster") String cluster, @PathParam("id") String id) {
    mandates.remove(mandates.inClusters().required(cluster, id));
  }
}
