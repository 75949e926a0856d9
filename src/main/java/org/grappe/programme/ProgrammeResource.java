package org.grappe.programme;

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

/** {@code /programmes}. */
@Path("/api/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes", description = "Actions and roadmaps.")
class ProgrammeResource {
  private final Programmes programmes;

  ProgrammeResource(Programmes programmes) {
    this.programmes = programmes;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List programmes")
  public Page<ProgrammeView> listProgrammes() {
    return programmes.page();
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a programme")
  public ProgrammeView readProgramme(
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return programmes.one(id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a programme")
  public Page<HistoryView> listProgrammeHistory(@PathParam("id") String id) {
    return programmes.history(id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = ProgrammeView.class, responseCode = "201")
  @Operation(summary = "Enter a programme")
  public Response createProgramme(Programme.Content programme) {
    return programmes.create(programme);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a programme")
  public ProgrammeView changeProgramme(@PathParam("id") String id, MergePatch patch) {
    return programmes.change(programmes.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a programme entered by mistake")
  public void deleteProgramme(@PathParam("id") String id) {
    programmes.remove(programmes.required(id));
  }
}
