package org.grappe.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.body.MergePatch;
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.query.View;
import org.grappe.record.HistoryView;
import org.grappe.retry.Idempotent;

/** {@code /memberships}. */
@Path("/api/v1/memberships")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Memberships", description = "Organisations belonging to clusters for a time.")
class MembershipResource {
  private static final String LATE =
      """
      One that ends by its cluster's merger or division (`until` its first possible day, `endReason`
      `MERGED` or `DIVIDED`; so does one without `until`, of a spin-off one that it assigns) goes on in what followed, as if it had been there, unless `continued`
      is false. Colleges for whose members that has none are left out, and named beside the
      membership's members as `unmappedColleges`.""";

  private final Memberships memberships;

  MembershipResource(Memberships memberships) {
    this.memberships = memberships;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List memberships")
  public Page<MembershipView> listMemberships() {
    return memberships.page();
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read a membership")
  public MembershipView readMembership(
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return memberships.one(id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a membership")
  public Page<HistoryView> listMembershipHistory(@PathParam("id") String id) {
    return memberships.history(id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = MembershipView.class, responseCode = "201")
  @Operation(summary = "Enter a membership", description = LATE)
  public Response createMembership(MembershipContent membership) {
    return memberships.create(membership);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @APIResponseSchema(value = MembershipView.class, responseCode = "200")
  @Operation(summary = "Change a membership", description = LATE)
  public View changeMembership(@PathParam("id") String id, MergePatch patch) {
    return memberships.changed(memberships.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete a membership entered by mistake")
  public void deleteMembership(@PathParam("id") String id) {
    memberships.remove(memberships.required(id));
  }
}
