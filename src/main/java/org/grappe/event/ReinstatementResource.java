package org.grappe.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.retry.Idempotent;
import org.grappe.value.References;

/** {@code /events/{id}/reinstatement}. */
@Path("/api/v1/events/{id}/reinstatement")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class ReinstatementResource {
  private final Events events;

  ReinstatementResource(Events events) {
    this.events = events;
  }

  /** That an event takes place after all. */
  @Schema(name = "Reinstatement", description = "Take a cancellation back.")
  record Reinstatement(
      @Size(max = 4000) @Schema(description = "Why, kept as a statement.") String reason,
      @Size(max = 500) @References(table = "sources") List<UUID> sources) {}

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Reinstate a cancelled event",
      description =
          """
          It takes place after all, under the UID that it has in every calendar; occurrences that
          were cancelled by themselves stay so. An event that is not cancelled is refused.""")
  public EventView reinstateEvent(@PathParam("id") String id, Reinstatement reinstatement) {
    return events.reinstate(events.required(id), reinstatement.reason(), reinstatement.sources());
  }
}
