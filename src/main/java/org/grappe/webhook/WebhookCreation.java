package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;
import org.grappe.caller.CredentialCheck;
import org.grappe.database.Database;
import org.grappe.position.FeedPlaces;
import org.grappe.position.Head;
import org.grappe.position.Positions;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Makes webhooks. */
@ApplicationScoped
class WebhookCreation {
  private final Webhooks webhooks;
  private final Database database;
  private final WebhookConfig config;
  private final Callers callers;
  private final CredentialCheck credentials;
  private final Positions positions;
  private final FeedPlaces places;

  WebhookCreation(
      Webhooks webhooks,
      Database database,
      WebhookConfig config,
      Callers callers,
      CredentialCheck credentials,
      Positions positions,
      FeedPlaces places) {
    this.webhooks = webhooks;
    this.database = database;
    this.config = config;
    this.callers = callers;
    this.credentials = credentials;
    this.positions = positions;
    this.places = places;
  }

  /** Makes one, whose changes are those from now on; the answer alone tells the secret. */
  Response make(WebhookContent content) {
    Caller caller = callers.current();
    String mark =
        credentials
            .mark(caller)
            .orElseThrow(() -> Problems.of(ProblemType.FORBIDDEN, "webhook.token"));
    Head head = positions.head();
    byte[] secret = SigningSecret.make();
    Webhook webhook = new Webhook(caller, mark, secret, places.at(head.epoch(), head.position()));
    webhook.takeSlot(freeSlot(webhook.owner()));
    Response made = webhooks.records().create(webhook, content);
    return Response.fromResponse(made)
        .entity(((WebhookView) made.getEntity()).with(secret))
        .build();
  }

  /**
   * The first place that an owner has left; of two who take it at once, one takes the next.
   *
   * @throws Problem {@code too-many-webhooks} where there is none
   */
  private int freeSlot(String owner) {
    return database
        .one(
            """
            select min(s.slot) + 1
            from (select 0 as slot union all select slot from webhooks where owner = ?) s
            where not exists (select from webhooks w where w.owner = ? and w.slot = s.slot + 1)""",
            row -> row.getInt(1),
            owner,
            owner)
        .filter(free -> free <= config.each())
        .orElseThrow(
            () ->
                Problems.of(WebhookProblems.TOO_MANY_WEBHOOKS, "webhook.too-many", config.each()));
  }
}
