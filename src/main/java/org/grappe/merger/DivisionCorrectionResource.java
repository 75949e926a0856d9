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

/** {@code /divisions/{id}/correction}. */
@Path("/api/v1/divisions/{id}/correction")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Divisions")
class DivisionCorrectionResource {
  private final MergerCorrection corrections;

  DivisionCorrectionResource(MergerCorrection corrections) {
    this.corrections = corrections;
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that was handed over moves to another day")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Correct the day of a division",
      description =
          """
          Moves, in one transaction, everything that the completion wrote to the day on which it
          really took effect: ends, beginnings, founding and dissolution, and what was handed over.
          A day known to the month or year can be made firmer. What contradicts the new day is
          refused and changes nothing: `obstacles` names each record.""")
  public DivisionView correctDivision(
      @PathParam("id") String id, CorrectionResource.Correction correction) {
    return corrections.correctDivision(id, correction);
  }
}
