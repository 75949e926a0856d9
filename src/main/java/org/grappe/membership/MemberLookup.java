package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.value.Slugs;

/** Finds the cluster that a request names for a file of members. */
@ApplicationScoped
class MemberLookup {
  private final Database database;

  MemberLookup(Database database) {
    this.database = database;
  }

  Optional<UUID> cluster(String key) {
    return Slugs.id(key)
        .flatMap(id -> id("select id from clusters where id = ?", id))
        .or(() -> id("select id from clusters where slug = ?", key));
  }

  private Optional<UUID> id(String sql, Object key) {
    return database.one(sql, row -> row.getObject(1, UUID.class), key);
  }
}
