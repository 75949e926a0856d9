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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;

/** {@code /divisions/{id}/preview}. */
@Path("/api/v1/divisions/{id}/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Divisions")
class DivisionPreviewResource {
  private final DivisionCompletion completions;

  DivisionPreviewResource(DivisionCompletion completions) {
    this.completions = completions;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.EDITOR, Role.PARTNER})
  @Transactional
  @Operation(
      summary = "Preview a division's completion",
      description =
          """
          Exactly what the completion would do on a day, with numbers and the first names of each
          kind, and what stands against it. For editors of the cluster, and partners.""")
  public MergerOutcome previewDivision(
      @PathParam("id") String id,
      @QueryParam("effectiveOn")
          @Parameter(
              description = "The day from which it is so; today if left out.",
              example = "2017-03-31")
          String effectiveOn) {
    return completions.preview(id, PreviewParameters.date("effectiveOn", effectiveOn));
  }
}
