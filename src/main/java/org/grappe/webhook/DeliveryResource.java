package org.grappe.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.retry.Idempotent;

/** {@code /webhooks/{webhook}/deliveries}. */
@Path("/api/v1/webhooks/{webhook}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveryResource {
  private final Webhooks webhooks;
  private final Deliveries deliveries;

  DeliveryResource(Webhooks webhooks, Deliveries deliveries) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List the deliveries of a webhook",
      description =
          """
          Those that wait, and those of the last week that were taken or given up: the newest
          thousand.""")
  public Page<DeliveryView> listWebhookDeliveries(@PathParam("webhook") String webhook) {
    return deliveries.page(webhook);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Operation(summary = "Read a delivery")
  public DeliveryView readWebhookDelivery(
      @PathParam("webhook") String webhook, @PathParam("id") String id) {
    return deliveries.one(webhook, id);
  }

  @POST
  @Path("{id}/redelivery")
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Send a delivery again",
      description =
          """
          At once, with the same id, whether it was taken, given up or waits; as often as you like.
          Refused where the webhook is not `ACTIVE`; of a challenge, where it is not `PENDING`.""")
  public DeliveryView redeliverWebhookDelivery(
      @PathParam("webhook") String webhook, @PathParam("id") String id) {
    return deliveries.redeliver(webhooks.required(webhook), id);
  }
}
