package org.grappe.merger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.problem.Problems;
import org.grappe.value.Slugs;

/** {@code /organisations/{organisation}/succession/preview}. */
@Path("/api/v1/organisations/{organisation}/succession/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class SuccessionPreviewResource {
  private final Successions successions;

  SuccessionPreviewResource(Successions successions) {
    this.successions = successions;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.EDITOR, Role.PARTNER})
  @Transactional
  @Operation(
      summary = "Preview a succession",
      description =
          """
          Exactly what the succession would do on a day, with numbers and the first names of each
          kind, and what stands against it. Applications and registrations that the caller may not
          read are not counted.""")
  public SuccessionOutcome previewSuccession(
      @PathParam("organisation") String organisation,
      @QueryParam("successor")
          @Parameter(
              description = "Which organisation it becomes.",
              example = "014dc104-6400-7002-8000-000000000014",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          String successor,
      @QueryParam("on")
          @Parameter(
              description = "The day from which it is that one; today if left out.",
              example = "2017-03-31")
          String on,
      @QueryParam("memberships")
          @Parameter(
              description = "What becomes of its memberships and applications.",
              example = "CARRY",
              schema = @Schema(implementation = Succession.Memberships.class))
          String memberships) {
    return successions.preview(
        organisation,
        id(successor),
        PreviewParameters.date("on", on),
        PreviewParameters.choice("memberships", memberships, Succession.Memberships.class));
  }

  private static UUID id(String text) {
    return text == null
        ? null
        : Slugs.id(text).orElseThrow(() -> Problems.parameter("successor", "parameter.id", text));
  }
}
