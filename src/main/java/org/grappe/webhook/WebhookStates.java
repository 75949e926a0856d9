package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.Ids;

/** How webhooks stand, as requests change it; each waits for the sender, who changes it too. */
@ApplicationScoped
class WebhookStates {
  private final Database database;
  private final WebhookConfig config;

  WebhookStates(Database database, WebhookConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * Keeps a webhook as it stands until the transaction ends.
   *
   * @throws Problem {@code webhook-not-sending} where it has ended
   */
  WebhookStatus requireGoingOn(UUID webhook) {
    WebhookStatus status =
        database
            .one(
                "select status from webhooks where id = ? for update",
                row -> WebhookStatus.valueOf(row.getString(1)),
                webhook)
            .orElseThrow(() -> Problems.notFound("webhooks", webhook));
    if (status == WebhookStatus.ENDED) {
      throw Problems.of(WebhookProblems.WEBHOOK_NOT_SENDING, "webhook.ended");
    }
    return status;
  }

  /** Has the receiver asked whether it wants to be sent to; until it says so nothing else is. */
  void challenge(UUID webhook) {
    database.change(
        """
        update webhooks set status = 'PENDING', failing_since = null, pauses = 0, paused_at = null,
          paused_until = null
        where id = ?""",
        webhook);
    database.change(
        """
        delete from webhook_deliveries where webhook = ? and kind = 'CHALLENGE' and status = 'WAITING'""",
        webhook);
    database.change(
        "insert into webhook_deliveries (id, webhook, kind) values (?, ?, 'CHALLENGE')",
        Ids.fresh(),
        webhook);
  }

  /**
   * Has it begin anew with a challenge, and what waits be tried as if it were new; what is under
   * way to the address before says nothing of this one.
   *
   * @throws Problem {@code webhook-not-sending} where it has ended
   */
  void begin(UUID webhook) {
    requireGoingOn(webhook);
    database.change(
        """
        update webhook_deliveries
        set attempts = 0, first_attempt_at = null, due_at = clock_timestamp(), claim = null,
          claimed_until = null
        where webhook = ? and status = 'WAITING'""",
        webhook);
    challenge(webhook);
  }

  /** Gives it another secret; the one before signs, too, for a while. */
  void rotate(UUID webhook, byte[] secret) {
    requireGoingOn(webhook);
    database.change(
        """
        update webhooks set previous_secret = secret,
          previous_secret_until = clock_timestamp() + ?::interval, secret = ?
        where id = ?""",
        config.overlap().toString(),
        secret,
        webhook);
  }
}
