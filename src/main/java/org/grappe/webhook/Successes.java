package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;

/** What becomes of a delivery that was taken, and of its webhook. */
@ApplicationScoped
class Successes {
  private final Database database;
  private final Queue queue;

  Successes(Database database, Queue queue) {
    this.database = database;
    this.queue = queue;
  }

  /**
   * Keeps it as it usually is, in one statement: nothing else becomes of its webhook, so none waits
   * for another. Answers whether it is so.
   */
  boolean isOneOfMany(Claim claim, int status) {
    return claim.kind() != DeliveryKind.CHALLENGE
        && database.change(
                """
                update webhook_deliveries d
                set status = 'DELIVERED', ended_at = clock_timestamp(), error = null, status_code = ?,
                  claim = null, claimed_until = null
                from webhooks w
                where d.id = ? and d.claim = ? and w.id = d.webhook and w.failing_since is null""",
                status,
                claim.delivery(),
                claim.claim())
            > 0;
  }

  /** Keeps that it was taken; the webhook and the delivery are held. */
  void keep(Claim claim, int status, Standing standing) {
    database.change(
        """
        update webhook_deliveries
        set status = 'DELIVERED', ended_at = clock_timestamp(), error = null, status_code = ?, claim = null,
          claimed_until = null
        where id = ?""",
        status,
        claim.delivery());
    if (claim.kind() == DeliveryKind.CHALLENGE) {
      database.change(
          "update webhooks set status = 'ACTIVE' where id = ? and status = 'PENDING'",
          claim.webhook());
      database.change(
          """
          delete from webhook_deliveries
          where webhook = ? and kind = 'CHALLENGE' and status = 'WAITING' and id <> ?""",
          claim.webhook(),
          claim.delivery());
    }
    if (standing.isLong() && !standing.isOlder()) {
      queue.hurry(claim.webhook());
    }
    // what was sent before it asked to be left alone does not end that
    database.change(
        """
        update webhooks set failing_since = null, pauses = 0,
          paused_until = case when ? then paused_until end, paused_at = case when ? then paused_at end
        where id = ? and failing_since is not null""",
        standing.isOlder(),
        standing.isOlder(),
        claim.webhook());
  }
}
