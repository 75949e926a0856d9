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
  private final Successes successes;

  Outcomes(Database database, Attempts attempts, Failures failures, Successes successes) {
    this.database = database;
    this.attempts = attempts;
    this.failures = failures;
    this.successes = successes;
  }

  /** The receiver took it. */
  void taken(Claim claim, int status) {
    keep(
        () ->
            successes.isOneOfMany(claim, status)
                || holding(claim, standing -> successes.keep(claim, status, standing)));
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
                    select w.failing_since is not null, w.pauses,
                      coalesce(w.pauses > 0 and w.failing_since < clock_timestamp() - interval '1 minute', false),
                      coalesce(d.last_attempt_at < w.paused_at, false)
                    from webhook_deliveries d join webhooks w on w.id = d.webhook
                    where d.id = ? and d.claim = ? for update of d""",
                    row ->
                        new Standing(
                            row.getBoolean(1), row.getInt(2), row.getBoolean(3), row.getBoolean(4)),
                    claim.delivery(),
                    claim.claim()));
  }
}
