package org.grappe.merger;

import com.fasterxml.jackson.databind.JsonNode;
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

/** {@code /mergers/{id}/completion}. */
@Path("/api/v1/mergers/{id}/completion")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mergers")
class CompletionResource {
  private final MergerCompletion completions;

  CompletionResource(MergerCompletion completions) {
    this.completions = completions;
  }

  /** How a merger takes effect. */
  @Schema(name = "Completion", description = "Complete a merger.")
  record Completion(
      @Schema(description = "The day from which they are one; today if left out.")
          PartialDate effectiveOn,
      @Schema(description = "What becomes of the members of a college without a mapping.")
          Plan.Unmapped unmappedColleges,
      @Schema(description = "Whether the ballots need not be known; a reason must be given then.")
          boolean withoutBallots,
      @Schema(ref = "CarriedMemberships") JsonNode carried,
      @Size(max = 4000) @Schema(description = "Why, where it is without ballots.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources)
      implements SelfValidating {

    @Override
    public void check(String at, Violations violations) {
      violations.addIf(withoutBallots && reason == null, "/reason", "field.missing");
      Carried.check(carried, at + "/carried", violations);
    }
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("all that the parties have is handed over")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Complete a merger",
      description =
          """
          Makes the parties one, in one transaction: ends them, founds the result, hands over
          memberships, applications, mandates and offices, and leaves the past as it was. `preview`
          says beforehand exactly what it will do; what stands against it is refused and changes
          nothing.""")
  public MergerOutcome completeMerger(@PathParam("id") String id, Completion completion) {
    return completions.complete(id, completion);
  }
}
