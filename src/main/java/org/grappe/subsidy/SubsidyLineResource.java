package org.grappe.subsidy;

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

/** {@code /subsidy-lines}. */
@Path("/api/v1/subsidy-lines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Subsidy lines", description = "Money, and how firm it is.")
class SubsidyLineResource {
  private final SubsidyLines lines;

  SubsidyLineResource(SubsidyLines lines) {
    this.lines = lines;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List subsidy lines")
  public Page<SubsidyLineView> listSubsidyLines() {
    return lines.page();
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a subsidy line")
  public SubsidyLineView readSubsidyLine(
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return lines.one(id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a subsidy line")
  public Page<HistoryView> listSubsidyLineHistory(@PathParam("id") String id) {
    return lines.history(id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = SubsidyLineView.class, responseCode = "201")
  @Operation(summary = "Enter a subsidy line")
  public Response createSubsidyLine(SubsidyContent line) {
    return lines.create(line);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change a subsidy line")
  public SubsidyLineView changeSubsidyLine(@PathParam("id") String id, MergePatch patch) {
    return lines.change(lines.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a subsidy line entered by mistake")
  public void deleteSubsidyLine(@PathParam("id") String id) {
    lines.remove(lines.required(id));
  }
}
