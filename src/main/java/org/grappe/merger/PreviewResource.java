package org.grappe.merger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;

/** {@code /mergers/{id}/preview}. */
@Path("/api/v1/mergers/{id}/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mergers")
class PreviewResource {
  private final MergerCompletion completions;

  PreviewResource(MergerCompletion completions) {
    this.completions = completions;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.EDITOR, Role.PARTNER})
  @Transactional
  @Operation(
      summary = "Preview a merger's completion",
      description =
          """
          Exactly what the completion would do on a day, with numbers and the first names of each
          kind, and what stands against it. For editors of the parties, and partners.""")
  public MergerOutcome previewMerger(
      @PathParam("id") String id,
      @QueryParam("effectiveOn")
          @Parameter(
              description = "The day from which they are one; today if left out.",
              example = "2017-03-31")
          String effectiveOn,
      @QueryParam("unmappedColleges")
          @Parameter(
              description = "What becomes of the members of a college without a mapping.",
              example = "CONTINUE_WITHOUT",
              schema = @Schema(implementation = Plan.Unmapped.class))
          String unmappedColleges,
      @QueryParam("carried")
          @Parameter(
              description =
                  "Of a takeover, whose memberships go on: ALL, or their ids set apart by commas.",
              example = "ALL")
          String carried) {
    return completions.preview(
        id,
        PreviewParameters.date("effectiveOn", effectiveOn),
        PreviewParameters.choice("unmappedColleges", unmappedColleges, Plan.Unmapped.class),
        Carried.parameter(carried));
  }
}
