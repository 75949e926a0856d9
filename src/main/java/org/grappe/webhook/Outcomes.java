package org.grappe.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.grappe.database.Database;

/** What becomes of a delivery, and of its webhook, by how an attempt went. */
@ApplicationScoped
class Outcomes {
  private static final int GONE = 410;
  private final Database database;
  private final Queue queue;
  private final WebhookConfig config;
  private final Pauses pauses;

  Outcomes(Database database, Queue queue, WebhookConfig config) {
    this.database = database;
    this.queue = queue;
    this.config = config;
    this.pauses = new Pauses(config.pause());
  }

  /** How long an unsuccessful one has been tried, and its webhook has taken nothing. */
  private record Failing(boolean isOver, boolean isAllOver) {}

  /** The webhook is held first, as whoever changes it holds it. */
  private boolean holds(Claim claim) {
    return database
            .one("select true from webhooks where id = ? for update", row -> true, claim.webhook())
            .isPresent()
        && database
            .one(
                "select true from webhook_deliveries where id = ? and claim = ? for update",
                row -> true,
                claim.delivery(),
                claim.claim())
            .isPresent();
  }

  /** The receiver took it. */
  void taken(Claim claim, int status) {
    if (!isOneOfMany(claim, status)) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                if (holds(claim)) {
                  take(claim, status);
                }
              });
    }
  }

  /** As it usually is: nothing else becomes of its webhook, so none waits for another. */
  private boolean isOneOfMany(Claim claim, int status) {
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

  private void take(Claim claim, int status) {
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
    database.change(
        "update webhooks set failing_since = null where id = ? and failing_since is not null",
        claim.webhook());
  }

  /** The receiver did not. */
  void failed(Claim claim, AttemptFailed why) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (holds(claim)) {
                fail(claim, why);
              }
            });
  }

  private void fail(Claim claim, AttemptFailed why) {
    boolean isChallenge = claim.kind() == DeliveryKind.CHALLENGE;
    Duration patience = isChallenge ? config.challenge() : config.patience();
    Duration own = pauses.after(claim.attempts(), ThreadLocalRandom.current().nextDouble());
    Duration pause = why.pause().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    Failing failing = failing(claim, why, pause, patience);
    if (why.status().filter(status -> status == GONE).isPresent()) {
      queue.end(claim.webhook(), WebhookEndReason.RECEIVER_GONE);
    } else if (failing.isOver() && isChallenge) {
      queue.end(claim.webhook(), WebhookEndReason.CHALLENGE_UNANSWERED);
    } else if (failing.isOver() && failing.isAllOver()) {
      database.change(
          "update webhooks set status = 'SUSPENDED' where id = ? and status = 'ACTIVE'",
          claim.webhook());
    } else if (failing.isOver()) {
      database.change(
          """
          update webhook_deliveries set status = 'FAILED', ended_at = clock_timestamp() where id = ?""",
          claim.delivery());
    }
  }

  /** It is tried once more when its time is over, and not after that. */
  private Failing failing(Claim claim, AttemptFailed why, Duration pause, Duration patience) {
    Optional<Failing> failing =
        database.one(
            """
            with failing as (
              update webhooks set failing_since = coalesce(failing_since, clock_timestamp()) where id = ?
              returning failing_since)
            update webhook_deliveries d
            set error = ?, status_code = nullif(?, 0), claim = null, claimed_until = null,
              -- whoever had it sent anew while it was under way has it begin anew
              first_attempt_at = coalesce(d.first_attempt_at, clock_timestamp()),
              due_at = greatest(clock_timestamp(), least(
                clock_timestamp() + ?::interval, greatest(coalesce(d.first_attempt_at, clock_timestamp()) + ?::interval, clock_timestamp())))
            from failing f where d.id = ?
            returning d.first_attempt_at + ?::interval <= clock_timestamp(),
              f.failing_since + ?::interval <= clock_timestamp()""",
            row -> new Failing(row.getBoolean(1), row.getBoolean(2)),
            claim.webhook(),
            why.error(),
            why.status().orElse(0),
            pause.toString(),
            patience.toString(),
            claim.delivery(),
            patience.toString(),
            patience.toString());
    return failing.orElseThrow();
  }
}
