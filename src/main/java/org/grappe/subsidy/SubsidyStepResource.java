package org.grappe.subsidy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.retry.Idempotent;

/** {@code /subsidy-lines/{line}/steps}. */
@Path("/api/v1/subsidy-lines/{line}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Subsidy lines")
class SubsidyStepResource {
  private final SubsidyEntries entries;
  private final SubsidyParts parts;

  SubsidyStepResource(SubsidyEntries entries, SubsidyParts parts) {
    this.entries = entries;
    this.parts = parts;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a line's steps")
  public Page<StepView> listSubsidySteps(@PathParam("line") String line) {
    return parts.steps(line);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a step")
  public StepView readSubsidyStep(
      @PathParam("line") String line,
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt) {
    return parts.step(line, id, knownAt);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = StepView.class, responseCode = "201")
  @Operation(
      summary = "Append a step",
      description =
          """
          The ledger only grows: a step is never changed or taken back. One that was wrong is
          corrected by a further step, which takes its place from its own day on.""")
  public Response createSubsidyStep(@PathParam("line") String line, Step step) {
    return entries.append(line, step);
  }
}
