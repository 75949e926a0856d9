package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;

/** What waits to be sent. */
@ApplicationScoped
class Queue {
  private final Database database;

  Queue(Database database) {
    this.database = database;
  }

  /** Whether there is anything to do at all. */
  boolean isWanted() {
    return database
        .one(
            "select exists (select from webhooks where status in ('PENDING', 'ACTIVE'))",
            row -> row.getBoolean(1))
        .orElse(false);
  }

  /** The webhook of a claim, as it is now; none where it is not sent to any more. */
  Optional<Subscription> subscription(Claim claim) {
    return database.one(
        "select " + Subscription.COLUMNS + " from webhooks w where w.id = ? and w.status = ?",
        Subscription::read,
        claim.webhook(),
        claim.kind() == DeliveryKind.CHALLENGE ? WebhookStatus.PENDING : WebhookStatus.ACTIVE);
  }

  /**
   * A webhook that is sent to, kept as it is; none where another holds it: its turn comes again.
   */
  Optional<Subscription> held(UUID webhook) {
    return database.one(
        "select "
            + Subscription.COLUMNS
            + " from webhooks w where w.id = ? and w.status = 'ACTIVE' for update skip locked",
        Subscription::read,
        webhook);
  }

  /** Forgets one of which nothing is told: nobody is to learn that there was anything. */
  void withhold(Claim claim) {
    database.change(
        "delete from webhook_deliveries where id = ? and claim = ?",
        claim.delivery(),
        claim.claim());
  }

  /** Has all that waits for its own pause be tried at once: its receiver takes something again. */
  void hurry(UUID webhook) {
    database.change(
        """
        update webhook_deliveries set due_at = clock_timestamp()
        where webhook = ? and status = 'WAITING' and due_at > clock_timestamp()""",
        webhook);
  }

  /** Ends a webhook; nothing of it waits any more. */
  void end(UUID webhook, WebhookEndReason reason) {
    database.change(
        """
        with ended as (
          update webhooks set status = 'ENDED', end_reason = ?, ended_at = clock_timestamp(), failing_since = null, pauses = 0,
            paused_at = null, paused_until = null
          where id = ? and status <> 'ENDED' returning id)
        update webhook_deliveries d
        set status = 'FAILED', ended_at = clock_timestamp(), claim = null, claimed_until = null
        from ended e where d.webhook = e.id and d.status = 'WAITING'""",
        reason,
        webhook);
  }

  /** Deletes what has been over for long, and what is more of one webhook than anybody reads. */
  void forget() {
    database.change(
        """
        delete from webhook_deliveries d where d.status <> 'WAITING' and d.ended_at < now() - interval '7 days'""");
    database.change(
        """
        delete from webhook_deliveries d using (
          select w.id, (
            select k.created_at from webhook_deliveries k where k.webhook = w.id and k.status <> 'WAITING'
            order by k.created_at desc offset 1000 limit 1) as last
          from webhooks w) older
        where d.webhook = older.id and d.status <> 'WAITING' and d.created_at <= older.last""");
    database.change("delete from webhooks where ended_at < now() - interval '30 days'");
  }
}
