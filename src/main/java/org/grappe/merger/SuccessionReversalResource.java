package org.grappe.merger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.database.TakesLong;
import org.grappe.query.View;
import org.grappe.retry.Idempotent;

/** {@code /organisations/{organisation}/succession/reversal}. */
@Path("/api/v1/organisations/{organisation}/succession/reversal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class SuccessionReversalResource {
  private final SuccessionReversal reversals;

  SuccessionReversalResource(SuccessionReversal reversals) {
    this.reversals = reversals;
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that was handed over is put back")
  @Transactional
  @Idempotent
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Organisation")))
  @Operation(
      summary = "Reverse a succession",
      description =
          """
          For one entered by mistake: while nothing has been built on it since, it puts everything
          back, as new entries in the histories. Otherwise `reversal-blocked` says what stands
          against it.""")
  public View reverseSuccession(
      @PathParam("organisation") String organisation, ReversalResource.Reversal reversal) {
    return reversals.reverse(organisation, reversal.reason(), reversal.sources());
  }
}
