package org.grappe.retry;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.grappe.database.Database;
import org.grappe.database.Replica;
import org.grappe.database.Sweeper;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Digest;

/** The answers given in the last 24 hours to requests that may be repeated. */
@ApplicationScoped
class KeptAnswers {
  private final Database database;
  private final Sweeper sweeper;

  KeptAnswers(Database database, Sweeper sweeper) {
    this.database = database;
    this.sweeper = sweeper;
  }

  /** Deletes those that have expired; until then they only count as expired. */
  @Scheduled(every = "10m", delayed = "1m", skipExecutionIf = Replica.class)
  void forget() {
    sweeper.sweep("idempotency_keys", "24 hours");
  }

  /**
   * Holds the key until the transaction ends.
   *
   * @throws Problem {@code request-in-progress} while another request holds it
   */
  void lock(String scope) {
    boolean free =
        database
            .one(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                row -> row.getBoolean(1),
                scope)
            .orElseThrow();
    if (!free) {
      throw Problems.header(
              ProblemType.REQUEST_IN_PROGRESS, IdempotencyKey.HEADER, "request-in-progress")
          .with("Retry-After", "1");
    }
  }

  Optional<KeptAnswer> find(String scope) {
    return database.one(
        """
        select request_hash, status, location, link, etag, body, checked_rights
        from idempotency_keys
        where scope = ? and created_at > now() - interval '24 hours'
        """,
        row ->
            new KeptAnswer(
                row.getBytes(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBytes(6),
                row.getString(7)),
        Digest.of(scope.getBytes(StandardCharsets.UTF_8)));
  }

  void keep(String scope, KeptAnswer answer) {
    database.change(
        """
        insert into idempotency_keys
          (scope, request_hash, status, location, link, etag, body, checked_rights)
        values (?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?::jsonb)
        -- one that has expired may still be there
        on conflict (scope) do update set request_hash = excluded.request_hash,
          status = excluded.status, location = excluded.location, link = excluded.link,
          etag = excluded.etag, body = excluded.body, checked_rights = excluded.checked_rights,
          created_at = excluded.created_at
        """,
        Digest.of(scope.getBytes(StandardCharsets.UTF_8)),
        answer.requestHash(),
        answer.status(),
        orEmpty(answer.location()),
        orEmpty(answer.link()),
        orEmpty(answer.etag()),
        answer.body(),
        answer.checkedRights());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
