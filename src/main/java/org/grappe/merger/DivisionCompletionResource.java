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
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/** {@code /divisions/{id}/completion}. */
@Path("/api/v1/divisions/{id}/completion")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Divisions")
class DivisionCompletionResource {
  private final DivisionCompletion completions;

  DivisionCompletionResource(DivisionCompletion completions) {
    this.completions = completions;
  }

  /** How a division takes effect. */
  @Schema(name = "DivisionCompletion", description = "Complete a division.")
  record Completion(
      @Schema(description = "The day from which it is so; today if left out.")
          PartialDate effectiveOn,
      @Schema(description = "Whether the ballot need not be known; a reason must be given then.")
          boolean withoutBallots,
      @Size(max = 4000) @Schema(description = "Why, where it is without ballots.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources)
      implements SelfValidating {

    @Override
    public void check(String at, Violations violations) {
      violations.addIf(withoutBallots && reason == null, "/reason", "field.missing");
    }
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that is assigned is handed over")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Complete a division",
      description =
          """
          Hands over, in one transaction, what is assigned to the results, and founds those that are
          new; a cluster that is split ends. `preview` says beforehand exactly what it will do; what
          stands against it is refused and changes nothing.""")
  public MergerOutcome completeDivision(@PathParam("id") String id, Completion completion) {
    return completions.complete(id, completion);
  }
}
