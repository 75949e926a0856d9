package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.CredentialCheck;
import org.grappe.position.Head;
import org.grappe.position.Places;
import org.grappe.position.Positions;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Makes webhooks. */
@ApplicationScoped
class WebhookCreation {
  private final Webhooks webhooks;
  private final WebhookStates states;
  private final Callers callers;
  private final CredentialCheck credentials;
  private final Positions positions;
  private final Places places;

  WebhookCreation(
      Webhooks webhooks,
      WebhookStates states,
      Callers callers,
      CredentialCheck credentials,
      Positions positions,
      Places places) {
    this.webhooks = webhooks;
    this.states = states;
    this.callers = callers;
    this.credentials = credentials;
    this.positions = positions;
    this.places = places;
  }

  /** Makes one, whose changes are those from now on; the answer alone tells the secret. */
  Response make(Webhook.Content content) {
    Caller caller = callers.current();
    String mark =
        credentials
            .mark(caller)
            .orElseThrow(() -> Problems.of(ProblemType.FORBIDDEN, "webhook.token"));
    Head head = positions.head();
    byte[] secret = SigningSecret.make();
    Webhook webhook = new Webhook(caller, mark, secret, places.at(head.epoch(), head.position()));
    webhook.takeSlot(states.freeSlot(webhook.owner()));
    Response made = webhooks.records().create(webhook, content);
    return Response.fromResponse(made)
        .entity(((WebhookView) made.getEntity()).with(secret))
        .build();
  }
}
