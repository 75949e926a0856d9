package org.grappe.sharing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.record.HistoryView;
import org.grappe.retry.Idempotent;

/** {@code /events/{event}/shares}. */
@Path("/api/v1/events/{event}/shares")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Shares", description = "Events in the calendars of other clusters than their host.")
class ShareResource {
  private final Shares shares;
  private final ShareReader reader;
  private final ShareAgreement agreement;

  ShareResource(Shares shares, ShareReader reader, ShareAgreement agreement) {
    this.shares = shares;
    this.reader = reader;
    this.agreement = agreement;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "List an event's shares")
  public Page<ShareView> listEventShares(@PathParam("event") String event) {
    return shares.pageOf(event);
  }

  @GET
  @Path("{cluster}")
  @PermitAll
  @Operation(summary = "Read a share")
  public ShareView readEventShare(
      @PathParam("event") String event,
      @PathParam("cluster") String cluster,
      @QueryParam("on") String on,
      @QueryParam("knownAt") String knownAt) {
    return reader.one(event, cluster, on, knownAt);
  }

  @GET
  @Path("{cluster}/history")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(summary = "Read the history of a share")
  public Page<HistoryView> listEventShareHistory(
      @PathParam("event") String event, @PathParam("cluster") String cluster) {
    return reader.history(event, cluster);
  }

  @POST
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = ShareView.class, responseCode = "201")
  @Operation(
      summary = "Ask to share an event",
      description =
          """
          The host asks a partner, under a convention on events that is in force on the event's first
          day and binds both, or those they succeeded. What an administrator asks stands at once,
          until the partner answers.""")
  public Response createEventShare(@PathParam("event") String event, ShareContent share) {
    return agreement.ask(event, share);
  }

  @POST
  @Path("{cluster}/acceptance")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Accept a share",
      description = "The partner takes the event into its calendar. A second time is refused.")
  public ShareView acceptEventShare(
      @PathParam("event") String event, @PathParam("cluster") String cluster, ShareAnswer answer) {
    return agreement.accept(event, cluster, answer);
  }

  @POST
  @Path("{cluster}/refusal")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Refuse a share",
      description =
          """
          The partner declines, or takes the event out of its calendar again. The host may ask once
          more.""")
  public ShareView refuseEventShare(
      @PathParam("event") String event, @PathParam("cluster") String cluster, ShareAnswer answer) {
    return agreement.refuse(event, cluster, answer);
  }

  @DELETE
  @Path("{cluster}")
  @RolesAllowed({Role.ADMIN, Role.EDITOR})
  @Transactional
  @Operation(summary = "Take a share back")
  public void deleteEventShare(
      @PathParam("event") String event, @PathParam("cluster") String cluster) {
    shares.remove(shares.requiredOf(event, cluster));
  }
}
