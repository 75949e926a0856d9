package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.ListReader;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;

/** What is sent by a webhook, and was in the last days. */
@ApplicationScoped
class Deliveries {
  private final ListReader reader;
  private final Database database;
  private final Webhooks webhooks;
  private final WebhookStates states;
  private final Today today;

  Deliveries(
      ListReader reader, Database database, Webhooks webhooks, WebhookStates states, Today today) {
    this.reader = reader;
    this.database = database;
    this.webhooks = webhooks;
    this.states = states;
    this.today = today;
  }

  /** Those of a webhook that the caller sees, the newest first. */
  Page<DeliveryView> page(String webhook) {
    return reader.page(
        DeliveryListing.LISTING,
        new Scope("d.webhook = :v", webhooks.one(webhook, null, null).id()));
  }

  /**
   * One of them.
   *
   * @throws Problem {@code not-found}
   */
  DeliveryView one(String webhook, String id) {
    return one(webhooks.one(webhook, null, null).id(), id);
  }

  private DeliveryView one(UUID webhook, String id) {
    UUID delivery = PathId.of(id);
    Scope scope = new Scope("d.id = :v and d.webhook = :w", Map.of("v", delivery, "w", webhook));
    return reader
        .one(DeliveryListing.LISTING, scope, today.day())
        .orElseThrow(() -> Problems.notFound("deliveries", delivery));
  }

  /**
   * Has one sent again, or sooner, as if it were new; its receiver knows it by the same id.
   *
   * @throws Problem {@code not-found}; {@code webhook-not-sending} where it would not be sent
   */
  DeliveryView redeliver(Webhook webhook, String id) {
    webhooks.records().requireChange(webhook, webhooks.owners(webhook));
    WebhookStatus status = states.requireGoingOn(webhook.id());
    DeliveryView delivery = one(webhook.id(), id);
    boolean isChallenge = delivery.kind() == DeliveryKind.CHALLENGE;
    if (status != (isChallenge ? WebhookStatus.PENDING : WebhookStatus.ACTIVE)) {
      throw Problems.of(WebhookProblems.WEBHOOK_NOT_SENDING, "webhook.not-sending", status.name());
    }
    database.change(
        """
        update webhook_deliveries
        set status = 'WAITING', attempts = 0, first_attempt_at = null, ended_at = null,
          due_at = clock_timestamp(), urgent = true
        where id = ?""",
        delivery.id());
    database.change(
        "update webhooks set paused_until = null where id = ? and paused_until is not null",
        webhook.id());
    return one(webhook.id(), id);
  }
}
