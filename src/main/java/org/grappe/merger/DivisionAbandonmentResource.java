package org.grappe.merger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;

/** {@code /divisions/{id}/abandonment}. */
@Path("/api/v1/divisions/{id}/abandonment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Divisions")
class DivisionAbandonmentResource {
  private final Divisions divisions;

  DivisionAbandonmentResource(Divisions divisions) {
    this.divisions = divisions;
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Abandon a division",
      description =
          """
          The cluster stays what it is; its editor may, and each result's. A division that has taken
          effect, or was given up already, is refused.""")
  public DivisionView abandonDivision(
      @PathParam("id") String id, AbandonmentResource.Abandonment abandonment) {
    return divisions.abandon(divisions.required(id), abandonment);
  }
}
