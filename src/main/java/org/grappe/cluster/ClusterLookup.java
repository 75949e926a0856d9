package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.record.ClusterNames;
import org.grappe.value.Slugs;

/** Finds the cluster that a request names. */
@ApplicationScoped
public class ClusterLookup implements ClusterNames {
  private final Database database;

  ClusterLookup(Database database) {
    this.database = database;
  }

  @Override
  public Optional<UUID> find(String key) {
    return Slugs.id(key)
        .flatMap(id -> id("select id from clusters where id = ?", id))
        .or(() -> id("select clusters_named(?) as id", key));
  }

  @Override
  public Optional<UUID> everNamed(String key) {
    return Slugs.id(key).or(() -> id("select cluster from cluster_slugs where slug = ?", key));
  }

  private Optional<UUID> id(String sql, Object key) {
    return database.all(sql, row -> row.getObject(1, UUID.class), List.of(key)).stream()
        .filter(Objects::nonNull)
        .findFirst();
  }
}
