package org.grappe.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.copy.Contents;
import org.grappe.http.Listed;
import org.grappe.icalendar.CalendarWriter;

/** {@code /events.ics}. */
@Path("/api/v1/events.ics")
@Tag(name = "Calendars", description = "Events for calendar programs and feed readers.")
class CalendarResource {
  private final EventCalendars calendars;

  CalendarResource(EventCalendars calendars) {
    this.calendars = calendars;
  }

  @GET
  @PermitAll
  @Listed
  @Produces(CalendarWriter.TYPE)
  @Operation(
      summary = "Read a calendar of events",
      description =
          """
          All events that the filters find, for a calendar program to subscribe to (RFC 5545 and
          7986). An event keeps its UID whoever shares or hosts it; cancelled ones stay as such. Those
          whose day is not known yet are left out, and a `COMMENT` counts them.\
          """)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = CalendarWriter.TYPE, schema = @Schema(type = SchemaType.STRING)))
  public Contents readCalendar() {
    return calendars.feed();
  }
}
