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
import org.grappe.organisation.SuccessionKind;
import org.grappe.retry.Idempotent;
import org.grappe.value.PartialDate;
import org.grappe.value.References;

/** {@code /organisations/{organisation}/succession}. */
@Path("/api/v1/organisations/{organisation}/succession")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class SuccessionResource {
  private final Successions successions;

  SuccessionResource(Successions successions) {
    this.successions = successions;
  }

  /** How an organisation becomes another. */
  @Schema(name = "Succession", description = "Make an organisation another.")
  record NewSuccession(
      @NotNull
          @References(table = "organisations")
          @Schema(description = "Which organisation it becomes.")
          UUID successor,
      @Schema(description = "The day from which it is that one; today if left out.") PartialDate on,
      @NotNull @Schema(description = "How.") SuccessionKind kind,
      @Schema(description = "What becomes of its memberships and applications.")
          Succession.Memberships memberships,
      @Size(max = 4000) @Schema(description = "Why, kept as a statement.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {}

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @TakesLong("all memberships are handed over")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Make an organisation another",
      description =
          """
          From that day its memberships, applications, mandates on its behalf and registrations to
          come are the successor's, in one transaction; money and what is past stay. For who may
          change both. `preview` says beforehand exactly what it will do; what stands against it is
          refused and changes nothing.""")
  public SuccessionOutcome succeedOrganisation(
      @PathParam("organisation") String organisation, NewSuccession succession) {
    return successions.carryOut(organisation, succession);
  }
}
