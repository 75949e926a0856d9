package org.grappe.merger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;
import org.grappe.value.References;

/** {@code /mergers/{id}/abandonment}. */
@Path("/api/v1/mergers/{id}/abandonment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mergers")
class AbandonmentResource {
  private final Mergers mergers;

  AbandonmentResource(Mergers mergers) {
    this.mergers = mergers;
  }

  /** The end of a plan. */
  @Schema(name = "Abandonment", description = "Abandon a merger or division.")
  record Abandonment(
      @Schema(description = "When it was given up; today if left out.") LocalDate on,
      @Size(max = 4000) @Schema(description = "Why.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {

    LocalDate on(LocalDate today) {
      return on == null ? today : on;
    }
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Abandon a merger",
      description =
          """
          The parties stay what they are; each party's editor may, and the result's. A merger that has taken effect, or was given up already, is
          refused.""")
  public MergerView abandonMerger(@PathParam("id") String id, Abandonment abandonment) {
    return mergers.abandon(mergers.required(id), abandonment);
  }
}
