package org.grappe.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * Finds the credential of an API key, anew at each request, so that one that is revoked stops
 * working at once and everywhere. It is looked for by its hash: a key that shares a beginning with
 * one that is taken is no nearer to it than any other.
 */
@ApplicationScoped
class KnownKeys {
  /** How exactly the last use of a key is known. */
  private static final Duration USE = Duration.ofMinutes(1);

  private final Database database;
  private final Today today;

  KnownKeys(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  private record Found(Caller caller, Instant expiresAt, Instant lastUsedAt) {}

  /**
   * Who bears this key.
   *
   * @throws Problem {@code unauthenticated}, which tells a typing error from a key that is not, or
   *     no longer, taken
   */
  Caller caller(String key) {
    if (!ApiKey.isIntact(key)) {
      throw Problems.refused(
          key.startsWith(ApiKey.PREFIX) ? "credential.mistyped" : "credential.unknown");
    }
    Found found = stillTaken(find("k.secret_hash = ?", ApiKey.hash(key)));
    Instant now = today.now();
    if (found.lastUsedAt == null || found.lastUsedAt.isBefore(now.minus(USE))) {
      keepUse(found.caller.author().id(), now);
    }
    return found.caller;
  }

  /**
   * Who bears the key of this credential. Whoever changes or revokes it waits for the end of the
   * transaction in which this is asked.
   *
   * @throws Problem {@code unauthenticated} where it is taken no longer
   */
  Caller caller(UUID credential) {
    return stillTaken(find("k.id = ? for share of k", credential)).caller;
  }

  private Found stillTaken(Optional<Found> key) {
    Found found = key.orElseThrow(() -> Problems.refused("credential.unknown"));
    if (found.expiresAt != null && !found.expiresAt.isAfter(today.now())) {
      throw Problems.refused("credential.expired");
    }
    return found;
  }

  private Optional<Found> find(String which, Object value) {
    return database.one(
        """
        select k.id, k.name, k.role, k.expires_at, u.last_used_at,
          array(select heirs_of(k.clusters)) as clusters
        from credentials k left join credential_uses u on u.credential = k.id
        where %s"""
            .formatted(which),
        KnownKeys::read,
        value);
  }

  private static Found read(ResultSet row) throws SQLException {
    var author =
        new Caller.Author(
            Caller.Kind.API_KEY, row.getObject("id", UUID.class), row.getString("name"));
    UUID[] clusters = (UUID[]) row.getArray("clusters").getArray();
    return new Found(
        new Caller(
            author, Optional.of(row.getString("role")), List.copyOf(Arrays.asList(clusters))),
        instant(row, "expires_at"),
        instant(row, "last_used_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** One write a minute at most, whoever else sees at the same time that it is due. */
  private void keepUse(UUID credential, Instant now) {
    database.change(
        """
        insert into credential_uses (credential, last_used_at)
        select id, ? from credentials where id = ?
        on conflict (credential) do update set last_used_at = excluded.last_used_at
        where credential_uses.last_used_at < excluded.last_used_at - interval '1 minute'""",
        now,
        credential);
  }
}
