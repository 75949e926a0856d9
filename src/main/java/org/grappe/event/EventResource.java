package org.grappe.event;

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
import org.grappe.record.HistoryView;
import org.grappe.retry.Idempotent;

/** {@code /events}. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "What takes place: conferences, workshops, assemblies.")
class EventResource {
  private final Events events;

  EventResource(Events events) {
    this.events = events;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List events")
  public Page<EventView> listEvents() {
    return events.page();
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.JSON_LD})
  @Operation(summary = "Read an event")
  public EventView readEvent(
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return events.one(id, on, knownAt);
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of an event")
  public Page<HistoryView> listEventHistory(@PathParam("id") String id) {
    return events.history(id);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = EventView.class, responseCode = "201")
  @Operation(summary = "Enter an event")
  public Response createEvent(EventContent event) {
    return events.create(event);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Change an event")
  public EventView changeEvent(@PathParam("id") String id, MergePatch patch) {
    return events.change(events.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Delete an event entered by mistake")
  public void deleteEvent(@PathParam("id") String id) {
    events.remove(events.required(id));
  }

  @GET
  @Path("{id}/clashes")
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List what clashes with an event",
      description =
          """
          Other events of the same cluster, or of clusters with which it shares or may share, in the
          same city on a day of this one. It is no error; those who share want to know.""")
  public Page<EventView> listEventClashes(@PathParam("id") String id) {
    return events.clashesOf(id);
  }
}
