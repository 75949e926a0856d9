package org.grappe.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.database.Database;

/** The API keys as they are stored, by their hashes, and when they were last used. */
@ApplicationScoped
class StoredKeys {
  private final Database database;

  StoredKeys(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param caller who bears it
   * @param expiresAt null where it does not expire
   * @param lastUsedAt null where it was not used yet
   */
  record Key(Caller caller, Instant expiresAt, Instant lastUsedAt) {}

  Optional<Key> byHash(Object hash) {
    return find("k.secret_hash = ?", hash);
  }

  /** The key of a credential, which nobody changes until the transaction ends. */
  Optional<Key> shared(UUID credential) {
    return find("k.id = ? for share of k", credential);
  }

  Optional<Key> byId(UUID credential) {
    return find("k.id = ?", credential);
  }

  private Optional<Key> find(String which, Object value) {
    return database.one(
        """
        select k.id, k.name, k.role, k.expires_at, u.last_used_at,
          array(select heirs_of(k.clusters)) as clusters
        from credentials k left join credential_uses u on u.credential = k.id
        where %s"""
            .formatted(which),
        StoredKeys::read,
        value);
  }

  private static Key read(ResultSet row) throws SQLException {
    var author =
        new Caller.Author(
            Caller.Kind.API_KEY, row.getObject("id", UUID.class), row.getString("name"));
    UUID[] clusters = (UUID[]) row.getArray("clusters").getArray();
    return new Key(
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
  void keepUse(UUID credential, Instant now) {
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
