package org.grappe.organisation;

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

/** {@code /organisations}. */
@Path("/api/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
    name = "Organisations",
    description = "Companies, funders, public authorities, networks: legal bodies.")
class OrganisationResource {
  private final Organisations organisations;

  OrganisationResource(Organisations organisations) {
    this.organisations = organisations;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List organisations")
  public Page<OrganisationView> listOrganisations() {
    return organisations.page();
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read an organisation")
  public OrganisationView readOrganisation(
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return organisations.one(id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of an organisation")
  public Page<HistoryView> listOrganisationHistory(@PathParam("id") String id) {
    return organisations.history(id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
  @Operation(summary = "Enter an organisation")
  public Response createOrganisation(OrganisationContent organisation) {
    return organisations.create(organisation);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change an organisation")
  public OrganisationView changeOrganisation(@PathParam("id") String id, MergePatch patch) {
    return organisations.change(organisations.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete an organisation entered by mistake")
  public void deleteOrganisation(@PathParam("id") String id) {
    organisations.remove(organisations.required(id));
  }
}
