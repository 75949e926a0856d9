package org.grappe.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.grappe.database.Attempts;
import org.grappe.database.Database;

/** Keeps how an attempt went, unless somebody else has taken the delivery up meanwhile. */
@ApplicationScoped
class Outcomes {
  private final Database database;
  private final Attempts attempts;
  private final Failures failures;

  Outcomes(Database database, Attempts attempts, Failures failures) {
    this.database = database;
    this.attempts = attempts;
    this.failures = failures;
  }

  /** The receiver took it. */
  void taken(Claim claim, int status) {
    keep(
        () ->
            isOneOfMany(claim, status)
                || holding(claim, standing -> take(claim, status, standing)));
  }

  /** The receiver did not. */
  void failed(Claim claim, AttemptFailed why) {
    keep(() -> holding(claim, standing -> failures.keep(claim, why, standing)));
  }

  /** Where others are in the way it is done anew: it is not to be sent again for that. */
  private void keep(Callable<Boolean> transaction) {
    try {
      attempts.run(transaction);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private boolean holding(Claim claim, Consumer<Standing> act) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Optional<Standing> standing = hold(claim);
              standing.ifPresent(act);
              return standing.isPresent();
            });
  }

  /** The webhook is held first, as whoever changes it holds it. */
  private Optional<Standing> hold(Claim claim) {
    return database
        .one("select true from webhooks where id = ? for update", row -> true, claim.webhook())
        .flatMap(
            held ->
                database.one(
                    """
                    select w.failing_since is not null, w.pauses, coalesce(d.last_attempt_at < w.paused_at, false)
                    from webhook_deliveries d join webhooks w on w.id = d.webhook
                    where d.id = ? and d.claim = ? for update of d""",
                    row -> new Standing(row.getBoolean(1), row.getInt(2), row.getBoolean(3)),
                    claim.delivery(),
                    claim.claim()));
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

  private void take(Claim claim, int status, Standing standing) {
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
