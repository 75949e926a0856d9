package org.grappe.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.database.TakesLong;
import org.grappe.query.Switches;
import org.grappe.retry.Idempotent;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Violations;

/** {@code /people/erasure}. */
@Path("/api/v1/people/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "The names of people that an office made public.")
class ErasureResource {
  private final Erasures erasures;

  ErasureResource(Erasures erasures) {
    this.erasures = erasures;
  }

  /**
   * Whose name is taken out.
   *
   * @param cluster only from this cluster's records, where others bear the same name
   */
  @Schema(name = "Erasure", description = "Whose name is taken out, and where.")
  record Erasure(
      @NotNull
          @Size(min = 2, max = 200)
          @Schema(description = "The whole name.", examples = "Tony Marchand")
          String person,
      @References(table = "clusters", by = "slug")
          @Schema(
              description = "Only from this cluster's records, where others have the same name.",
              examples = "digital-place")
          UUID cluster)
      implements SelfValidating {

    @Override
    public void check(String at, Violations violations) {
      boolean hasLetters = person != null && new PersonName(person).isName();
      violations.addIf(!hasLetters, "/person", "field.blank");
    }
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @TakesLong("every table is read from end to end")
  @Transactional
  @Idempotent
  @Operation(
      summary = "Erase a person's name",
      description =
          """
          Takes a name out of mandates, statements, authors, free texts, histories and kept
          answers, however it is written there (art. 17 GDPR). The office, its days and counts
          stay. The act is on record without the name.""")
  public ErasureReport erasePerson(
      Erasure erasure,
      @QueryParam("dryRun")
          @Parameter(description = "Only counts; writes nothing.", example = "true")
          String dryRun) {
    return erasures.erase(erasure.person(), erasure.cluster(), Switches.on("dryRun", dryRun));
  }
}
