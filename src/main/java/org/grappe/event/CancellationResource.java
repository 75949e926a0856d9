package org.grappe.event;

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

/** {@code /events/{id}/cancellation}. */
@Path("/api/v1/events/{id}/cancellation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class CancellationResource {
  private final Events events;

  CancellationResource(Events events) {
    this.events = events;
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Cancel an event",
      description =
          """
          It stays in every calendar, as cancelled; of a recurring one, the occurrences from that day
          on. A second time is refused.""")
  public EventView cancelEvent(@PathParam("id") String id, Cancellation cancellation) {
    return events.cancel(
        events.required(id), cancellation.on(), cancellation.reason(), cancellation.sources());
  }
}
