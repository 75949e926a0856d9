package org.grappe.webhook;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.grappe.body.MergePatch;
import org.grappe.caller.Role;
import org.grappe.http.Formats;
import org.grappe.query.Page;
import org.grappe.retry.Idempotent;

/** {@code /webhooks}. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Changes sent to who asked for them.")
class WebhookResource {
  private final Webhooks webhooks;
  private final WebhookCreation creation;

  WebhookResource(Webhooks webhooks, WebhookCreation creation) {
    this.webhooks = webhooks;
    this.creation = creation;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Produces({MediaType.APPLICATION_JSON, Formats.CSV, Formats.NDJSON})
  @Operation(
      summary = "List webhooks",
      description = "Those that were made with this very credential, by whomever.")
  public Page<WebhookView> listWebhooks() {
    return webhooks.page();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Operation(summary = "Read a webhook")
  public WebhookView readWebhook(@PathParam("id") String id) {
    return webhooks.one(id, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Transactional
  @Idempotent
  @APIResponseSchema(value = WebhookView.class, responseCode = "201")
  @Operation(
      summary = "Ask to be sent changes",
      description =
          """
          What `/changes` tells this credential from now on is sent to `address`, a change a
          request, as CloudEvents signed as Standard Webhooks has it: at least once, and in order
          for each record. First the receiver is sent a challenge, whose token it has to answer;
          until then the webhook is `PENDING`, and after a day `ENDED`. What is sent is what the
          credential may read then; with the credential it ends. A token is no such credential.
          `secret` in this answer is never told again, a retry with the same `Idempotency-Key`
          included: rotate it where it was lost.""")
  public Response createWebhook(WebhookContent webhook) {
    return creation.make(webhook);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.TYPE)
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Transactional
  @Operation(
      summary = "Change a webhook",
      description =
          "Another address is challenged first, and is sent what was not taken until then.")
  public WebhookView changeWebhook(@PathParam("id") String id, MergePatch patch) {
    return webhooks.change(webhooks.required(id), patch);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Transactional
  @Operation(
      summary = "Delete a webhook",
      description = "Nothing more is sent; what was is forgotten.")
  public void deleteWebhook(@PathParam("id") String id) {
    webhooks.remove(webhooks.required(id));
  }

  @POST
  @Path("{id}/secret")
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Rotate the secret of a webhook",
      description =
          """
          Answers another `secret`, once. Until `previousSecretUntil` deliveries are signed with
          both, the signatures set apart by a space, so that no receiver refuses any meanwhile.""")
  public WebhookView rotateWebhookSecret(@PathParam("id") String id) {
    return webhooks.rotate(webhooks.required(id));
  }

  @POST
  @Path("{id}/challenge")
  @RolesAllowed({Role.ADMIN, Role.PARTNER})
  @Transactional
  @Idempotent
  @Operation(
      summary = "Challenge the receiver of a webhook",
      description =
          """
          At once, whatever was tried before. Once it answers, a webhook that was `SUSPENDED` goes
          on where it stopped, and what waits is tried as if it were new; until then it is
          `PENDING`. One that has ended is refused.""")
  public WebhookView challengeWebhook(@PathParam("id") String id) {
    return webhooks.challenge(webhooks.required(id));
  }
}
