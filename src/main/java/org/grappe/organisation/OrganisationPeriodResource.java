package org.grappe.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.body.MergePatch;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;

/**
 * {@code /organisations/{organisation}/transitions} and {@code
 * /organisations/{organisation}/periods}.
 */
@Path("/api/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class OrganisationPeriodResource {
  private final Organisations organisations;
  private final OrganisationPeriods periods;

  OrganisationPeriodResource(Organisations organisations, OrganisationPeriods periods) {
    this.organisations = organisations;
    this.periods = periods;
  }

  @POST
  @Path("{organisation}/transitions")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Enter what changed in the world",
      description =
          """
          From a day on, past or to come, the organisation has other values; what is not given stays as it
          is then, what is null is given up. On the first day of a period it joins that; what changes nothing is refused. A
          later change of the same field holds from its own day on all the same.""")
  public OrganisationView transitionOrganisation(
      @PathParam("organisation") String organisation, OrganisationTransition transition) {
    return periods.enter(organisations.records().requiredLocked(organisation), transition);
  }

  @PATCH
  @Path("{organisation}/periods/{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(
      summary = "Put a period right",
      description =
          """
          Corrects what an organisation was for a time; what a later period did not change is corrected
          there too. `If-Match` has the version of the organisation.""")
  public OrganisationView changeOrganisationPeriod(
      @PathParam("organisation") String organisation,
      @PathParam("id") String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MergePatch.TYPE,
                      schema = @Schema(implementation = OrganisationPeriodContent.class)))
          MergePatch patch) {
    return periods.correct(organisations.records().requiredLocked(organisation), id, patch);
  }

  @DELETE
  @Path("{organisation}/periods/{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(
      summary = "Take a change back",
      description =
          """
          What changed as the period began did not change. The first period, which no change began,
          stays. `If-Match` has the version of the organisation.""")
  public void deleteOrganisationPeriod(
      @PathParam("organisation") String organisation, @PathParam("id") String id) {
    periods.remove(organisations.records().requiredLocked(organisation), id);
  }
}
