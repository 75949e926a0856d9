package org.grappe.registration;

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
import org.grappe.event.Cancellation;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.record.HistoryView;
import org.grappe.retry.Idempotent;

/** {@code /events/{event}/registrations}. */
@Path("/api/v1/events/{event}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registrations", description = "Who comes to an event, and who waits for a place.")
class RegistrationResource {
  private final Registrations registrations;
  private final RegistrationReader reader;

  RegistrationResource(Registrations registrations, RegistrationReader reader) {
    this.registrations = registrations;
    this.reader = reader;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List an event's registrations",
      description =
          """
          For editors of the host and of the clusters with which the event is shared; the numbers
          that anyone may read are the event's `places`.""")
  public Page<RegistrationView> listEventRegistrations(@PathParam("event") String event) {
    return reader.page(event);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Operation(summary = "Read a registration")
  public RegistrationView readEventRegistration(
      @PathParam("event") String event,
      @PathParam("id") String id,
      @QueryParam("knownAt") String knownAt) {
    return reader.one(event, id, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a registration")
  public Page<HistoryView> listEventRegistrationHistory(
      @PathParam("event") String event, @PathParam("id") String id) {
    return reader.history(event, id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Queued
  @Transactional
  @Idempotent
  @APIResponseSchema(value = RegistrationView.class, responseCode = "201")
  @Operation(
      summary = "Register an organisation for an event",
      description =
          """
          Places are given in order. What finds no room, in the capacity or in the quota of the
          membership's cluster, waits. A recurring event is registered for as a whole.""")
  public Response createEventRegistration(
      @PathParam("event") String event, RegistrationContent registration) {
    return registrations.createIn(event, registration);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Queued
  @Transactional
  @Operation(
      summary = "Change a registration",
      description =
          """
          Places given back go to the head of the waiting list. More places of a confirmed
          registration need room that nobody waits for; a waiting one keeps its place in the list.""")
  public RegistrationView changeEventRegistration(
      @PathParam("event") String event, @PathParam("id") String id, MergePatch patch) {
    return registrations.change(registrations.requiredOf(event, id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Queued
  @Transactional
  @Operation(summary = "Delete a registration entered by mistake")
  public void deleteEventRegistration(
      @PathParam("event") String event, @PathParam("id") String id) {
    registrations.remove(registrations.requiredOf(event, id));
  }

  @POST
  @Path("{id}/cancellation")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Queued
  @Transactional
  @Idempotent
  @Operation(
      summary = "Cancel a registration",
      description = "Its places go to the head of the waiting list. A second time is refused.")
  public RegistrationView cancelEventRegistration(
      @PathParam("event") String event, @PathParam("id") String id, Cancellation cancellation) {
    return registrations.cancel(
        registrations.requiredOf(event, id),
        cancellation.on(),
        cancellation.reason(),
        cancellation.sources());
  }
}
