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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;
import org.grappe.value.PartialDate;
import org.grappe.value.References;

/** {@code /mergers/{id}/postponement}. */
@Path("/api/v1/mergers/{id}/postponement")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mergers")
class PostponementResource {
  private final Mergers mergers;

  PostponementResource(Mergers mergers) {
    this.mergers = mergers;
  }

  /** The slip of a merger to another day. */
  @Schema(name = "Postponement", description = "Postpone a merger or division.")
  record Postponement(
      @Schema(description = "When that was made known; today if left out.") PartialDate on,
      @NotNull @Schema(description = "When it is to take effect now.", examples = "2017-04")
          PartialDate plannedFor,
      @Size(max = 4000) @Schema(description = "Why.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {

    PartialDate on(LocalDate today) {
      return on == null ? PartialDate.of(today) : on;
    }
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Postpone a merger",
      description =
          """
          Plans it for a later day; the old one stays readable among the steps. The same day again is
          refused, and so is a merger that has taken effect or was given up.""")
  public MergerView postponeMerger(@PathParam("id") String id, Postponement postponement) {
    return mergers.postpone(mergers.required(id), postponement);
  }
}
