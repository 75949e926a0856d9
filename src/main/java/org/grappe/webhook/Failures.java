package org.grappe.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.grappe.database.Database;

/** What becomes of a delivery that was not taken, and of its webhook. */
@ApplicationScoped
class Failures {
  private static final int GONE = 410;

  private final Database database;
  private final Queue queue;
  private final WebhookConfig config;
  private final Pauses pauses;

  Failures(Database database, Queue queue, WebhookConfig config) {
    this.database = database;
    this.queue = queue;
    this.config = config;
    this.pauses = new Pauses(config.pause());
  }

  /** Keeps that an attempt failed; the webhook and the delivery are held. */
  void keep(Claim claim, AttemptFailed why, Standing standing) {
    boolean isChallenge = claim.kind() == DeliveryKind.CHALLENGE;
    Duration patience = isChallenge ? config.challenge() : config.patience();
    double chance = ThreadLocalRandom.current().nextDouble();
    boolean isAllOver =
        fails(
            claim,
            isChallenge
                ? new Respite(0, false, Duration.ZERO)
                : Respite.after(why, claim.attempts(), standing, pauses, chance));
    Duration own = pauses.after(claim.attempts(), chance);
    Duration pause = why.pause().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    boolean isOver = waits(claim, why, pause, patience);
    if (why.status().filter(status -> status == GONE).isPresent()) {
      queue.end(claim.webhook(), WebhookEndReason.RECEIVER_GONE);
    } else if (isOver && isChallenge) {
      queue.end(claim.webhook(), WebhookEndReason.CHALLENGE_UNANSWERED);
    } else if (isAllOver && !isChallenge) {
      database.change(
          "update webhooks set status = 'SUSPENDED' where id = ? and status = 'ACTIVE'",
          claim.webhook());
    } else if (isOver) {
      database.change(
          """
          update webhook_deliveries set status = 'FAILED', ended_at = clock_timestamp() where id = ?""",
          claim.delivery());
    }
  }

  /** Leaves the receiver alone; answers whether it has taken nothing for as long as is tried. */
  private boolean fails(Claim claim, Respite respite) {
    return database
        .one(
            """
            with now as (select clock_timestamp() as at)
            update webhooks w
            set failing_since = coalesce(w.failing_since, now.at), pauses = ?,
              paused_at = case when ? then now.at else w.paused_at end,
              -- it is tried once more when its time is over
              paused_until = case when ?::interval > interval '0' then greatest(w.paused_until, least(
                now.at + ?::interval, greatest(now.at, coalesce(w.failing_since, now.at) + ?::interval))) else w.paused_until end
            from now where w.id = ?
            returning w.failing_since + ?::interval <= now.at""",
            row -> row.getBoolean(1),
            respite.pauses(),
            respite.begins(),
            respite.length().toString(),
            respite.length().toString(),
            config.patience().toString(),
            claim.webhook(),
            config.patience().toString())
        .orElseThrow();
  }

  /** Has it wait; it is tried once more when its time is over: answers whether it is. */
  private boolean waits(Claim claim, AttemptFailed why, Duration pause, Duration patience) {
    return database
        .one(
            """
            with now as (select clock_timestamp() as at)
            update webhook_deliveries d
            set error = ?, status_code = nullif(?, 0), claim = null, claimed_until = null, urgent = false,
              -- whoever had it sent anew while it was under way has it begin anew
              first_attempt_at = coalesce(d.first_attempt_at, now.at),
              due_at = greatest(now.at, least(
                now.at + ?::interval, coalesce(d.first_attempt_at, now.at) + ?::interval))
            from now where d.id = ?
            returning d.first_attempt_at + ?::interval <= now.at""",
            row -> row.getBoolean(1),
            why.error(),
            why.status().orElse(0),
            pause.toString(),
            patience.toString(),
            claim.delivery(),
            patience.toString())
        .orElseThrow();
  }
}
