package org.grappe.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.copy.Contents;
import org.grappe.icalendar.CalendarWriter;

/** {@code /events/{id}.ics}. */
@Path("/api/v1/events/{id}.ics")
@Tag(name = "Calendars")
class EventCalendarResource {
  private final EventCalendars calendars;

  EventCalendarResource(EventCalendars calendars) {
    this.calendars = calendars;
  }

  @GET
  @PermitAll
  @Produces(CalendarWriter.TYPE)
  @Operation(summary = "Read the calendar of one event")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = CalendarWriter.TYPE, schema = @Schema(type = SchemaType.STRING)))
  public Contents readEventCalendar(
      @PathParam("id") String id,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return calendars.one(id, on, knownAt);
  }
}
