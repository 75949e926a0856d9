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

/** {@code /organisations/{organisation}/mandates}. */
@Path("/api/v1/organisations/{organisation}/mandates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mandates", description = "Who held which office, in a cluster or elsewhere.")
class OutsideMandateResource {
  private final OutsideMandates mandates;

  OutsideMandateResource(OutsideMandates mandates) {
    this.mandates = mandates;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List the mandates in an organisation")
  public Page<MandateView> listOrganisationMandates(
      @PathParam("organisation") String organisation) {
    return mandates.page(organisation);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a mandate in an organisation")
  public MandateView readOrganisationMandate(
      @PathParam("organisation") String organisation,
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return mandates.one(organisation, id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed(Role.ADMIN)
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a mandate in an organisation")
  public Page<HistoryView> listOrganisationMandateHistory(
      @PathParam("organisation") String organisation, @PathParam("id") String id) {
    return mandates.history(organisation, id);
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Idempotent
  @APIResponseSchema(value = MandateView.class, responseCode = "201")
  @Operation(summary = "Enter a mandate in an organisation")
  public Response createOrganisationMandate(
      @PathParam("organisation") String organisation, Mandate.Content mandate) {
    return mandates.create(organisation, mandate);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(summary = "Change a mandate in an organisation")
  public MandateView changeOrganisationMandate(
      @PathParam("organisation") String organisation,
      @PathParam("id") String id,
      MergePatch patch) {
    return mandates.change(organisation, id, patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(summary = "Delete a mandate in an organisation entered by mistake")
  public void deleteOrganisationMandate(
      @PathParam("organisation") String organisation, @PathParam("id") String id) {
    mandates.remove(organisation, id);
  }
}
