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
import org.grappe.format.Rendered;
import org.grappe.http.Listed;

/** {@code /events.atom}. */
@Path("/api/v1/events.atom")
@Tag(name = "Calendars")
class EventFeedResource {
  private final EventFeed feed;

  EventFeedResource(EventFeed feed) {
    this.feed = feed;
  }

  @GET
  @PermitAll
  @Listed
  @Produces(AtomFeed.TYPE)
  @Operation(
      summary = "Read what events are new",
      description = "An Atom feed (RFC 4287) of the events entered last.")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = AtomFeed.TYPE, schema = @Schema(type = SchemaType.STRING)))
  public Rendered readEventFeed() {
    return feed.feed();
  }
}
