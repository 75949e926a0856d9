package org.grappe.merger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.database.TakesLong;
import org.grappe.retry.Idempotent;
import org.grappe.value.PartialDate;
import org.grappe.value.References;

/** {@code /mergers/{id}/correction}. */
@Path("/api/v1/mergers/{id}/correction")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mergers")
class CorrectionResource {
  private final MergerCorrection corrections;

  CorrectionResource(MergerCorrection corrections) {
    this.corrections = corrections;
  }

  /** From which day a merger has really been effective. */
  @Schema(
      name = "Correction",
      description = "Correct the day of a merger or division that has taken effect.")
  record Correction(
      @NotNull @Schema(description = "The day from which the parties have really been one.")
          PartialDate effectiveOn,
      @Size(max = 4000) @Schema(description = "Why.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {}

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that was handed over moves to another day")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Correct the day of a merger",
      description =
          """
          Moves, in one transaction, everything that the completion wrote to the day on which it
          really took effect: ends, beginnings, founding and dissolution, and what was handed over.
          A day known to the month or year can be made firmer. What contradicts the new day is
          refused and changes nothing: `obstacles` names each record.""")
  public MergerView correctMerger(@PathParam("id") String id, Correction correction) {
    return corrections.correct(id, correction);
  }
}
