package org.grappe.event;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.body.MergePatch;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;

/** {@code /events/{id}/occurrences/{date}}. */
@Path("/api/v1/events/{id}/occurrences/{date}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class OccurrenceResource {
  private final EventOccurrences occurrences;

  OccurrenceResource(EventOccurrences occurrences) {
    this.occurrences = occurrences;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "Read an occurrence",
      description =
          """
          One occurrence of a recurring event, by the day that the rule gives, wherever it was moved.
          Its `ETag` has the version of the event.""")
  public OccurrenceView readEventOccurrence(
      @PathParam("id") String id,
      @PathParam("date") String date,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return occurrences.one(id, date, on, knownAt);
  }

  @PATCH
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(
      summary = "Move an occurrence",
      description =
          """
          Lets one occurrence take place on another day, at another time or elsewhere; null lets it
          take place as the series does. The others stay.""")
  public OccurrenceView changeEventOccurrence(
      @PathParam("id") String id,
      @PathParam("date") String date,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MergePatch.TYPE,
                      schema = @Schema(implementation = OccurrenceContent.class)))
          MergePatch patch) {
    return occurrences.move(id, date, patch);
  }

  @POST
  @Path("cancellation")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Cancel an occurrence",
      description = "Cancels one occurrence, which stays in the calendars as cancelled.")
  public OccurrenceView cancelEventOccurrence(
      @PathParam("id") String id, @PathParam("date") String date, Cancellation cancellation) {
    return occurrences.cancel(id, date, cancellation);
  }
}
