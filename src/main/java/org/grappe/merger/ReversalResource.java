package org.grappe.merger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
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
import org.grappe.value.References;

/** {@code /mergers/{id}/reversal}. */
@Path("/api/v1/mergers/{id}/reversal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mergers")
class ReversalResource {
  private final MergerReversal reversals;

  ReversalResource(MergerReversal reversals) {
    this.reversals = reversals;
  }

  /** Why a completion is undone. */
  @Schema(name = "Reversal", description = "Reverse a merger's or division's completion.")
  record Reversal(
      @NotBlank
          @Size(max = 4000)
          @Schema(description = "Why.", examples = "Entered for the wrong parties.")
          String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {}

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that was handed over is put back")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Reverse a merger's completion",
      description =
          """
          For a completion entered by mistake: while nothing has been built on the result since, it
          puts everything back, as new entries in the histories. Otherwise `reversal-blocked` says
          what stands against it.""")
  public MergerView reverseMerger(@PathParam("id") String id, Reversal reversal) {
    return reversals.reverse(id, reversal.reason(), reversal.sources());
  }
}
