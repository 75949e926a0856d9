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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.database.TakesLong;
import org.grappe.retry.Idempotent;

/** {@code /divisions/{id}/reversal}. */
@Path("/api/v1/divisions/{id}/reversal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Divisions")
class DivisionReversalResource {
  private final MergerReversal reversals;

  DivisionReversalResource(MergerReversal reversals) {
    this.reversals = reversals;
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that was handed over is put back")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Reverse a division's completion",
      description =
          """
          For a completion entered by mistake: while nothing has been built on a result since, it
          puts everything back, as new entries in the histories. Otherwise `reversal-blocked` says
          what stands against it.""")
  public DivisionView reverseDivision(
      @PathParam("id") String id, ReversalResource.Reversal reversal) {
    return reversals.reverseDivision(id, reversal.reason(), reversal.sources());
  }
}
