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

/** {@code /divisions/{id}/postponement}. */
@Path("/api/v1/divisions/{id}/postponement")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Divisions")
class DivisionPostponementResource {
  private final Divisions divisions;

  DivisionPostponementResource(Divisions divisions) {
    this.divisions = divisions;
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Postpone a division",
      description =
          """
          Plans it for a later day; the old one stays readable among the steps. The same day again is
          refused, and so is a division that has taken effect or was given up.""")
  public DivisionView postponeDivision(
      @PathParam("id") String id, PostponementResource.Postponement postponement) {
    return divisions.postpone(divisions.required(id), postponement);
  }
}
