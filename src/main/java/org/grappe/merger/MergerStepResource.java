package org.grappe.merger;

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
import org.grappe.retry.Idempotent;

/** {@code /mergers/{merger}/steps}. */
@Path("/api/v1/mergers/{merger}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mergers")
class MergerStepResource {
  private final MergerSteps steps;

  MergerStepResource(MergerSteps steps) {
    this.steps = steps;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List a merger's steps")
  public Page<MergerStepView> listMergerSteps(@PathParam("merger") String merger) {
    return steps.page(merger);
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a step of a merger")
  public MergerStepView readMergerStep(
      @PathParam("merger") String merger,
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt) {
    return steps.one(merger, id, knownAt);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = MergerStepView.class, responseCode = "201")
  @Operation(
      summary = "Enter a postponement late",
      description =
          """
          It takes its place by its day, also in a merger that has taken effect or was given up: the
          day of effect stays. What else was done with a merger is a step by itself.""")
  public Response createMergerStep(@PathParam("merger") String merger, MergerStep step) {
    return steps.add(merger, step);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(
      summary = "Put a step of a merger right",
      description =
          """
          A postponement's days, and of every step why and by which sources. The days of what was
          done stay: a completion's day is moved by `correction`.""")
  public MergerStepView changeMergerStep(
      @PathParam("merger") String merger, @PathParam("id") String id, MergePatch patch) {
    return steps.change(merger, id, patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a postponement entered by mistake")
  public void deleteMergerStep(@PathParam("merger") String merger, @PathParam("id") String id) {
    steps.remove(merger, id);
  }
}
