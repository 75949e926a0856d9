package org.grappe.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.http.Formats;
import org.grappe.query.Page;

/** {@code /organisations/{organisation}/memberships}. */
@Path("/api/v1/organisations/{organisation}/memberships")
@Tag(name = "Memberships")
class StoryResource {
  private final Memberships memberships;

  StoryResource(Memberships memberships) {
    this.memberships = memberships;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List an organisation's memberships",
      description = "One organisation's whole story in order: past, present and to come.")
  public Page<MembershipView> listOrganisationMemberships(
      @PathParam("organisation") String organisation) {
    return memberships.storyOf(organisation);
  }
}
