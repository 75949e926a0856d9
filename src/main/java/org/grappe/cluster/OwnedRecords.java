package org.grappe.cluster;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.record.EditableRecords;
import org.grappe.record.HistoryView;
import org.grappe.record.Owners;

/** A collection whose records exist only inside their cluster. */
abstract class OwnedRecords<E extends OwnedEntry<C>, C extends Record, V extends OwnedView>
    extends EditableRecords<E, C, V> {
  private final String column;

  /**
   * A collection.
   *
   * @param column the column that names the cluster, as the listing's query knows it
   */
  OwnedRecords(Supplier<E> blank, Class<C> content, Listing<V> listing, String column) {
    super(blank, content, listing);
    this.column = column;
  }

  /**
   * A cluster's page.
   *
   * @throws Problem {@code not-found} where there is no such cluster
   */
  Page<V> pageOf(String key) {
    ClusterKey cluster = ClusterKey.of(key);
    Page<V> page = page(cluster.in(column));
    if (page.getItems().isEmpty()) {
      id(cluster);
    }
    return page;
  }

  @Override
  protected Owners owners(E entry) {
    return Owners.cluster(entry.cluster());
  }

  /** What became of a cluster's record. */
  Page<HistoryView> historyOf(String key, String id) {
    UUID owner = id(ClusterKey.of(key));
    Page<HistoryView> history = history(id);
    if (!histories.knows(PathId.of(id), "cluster", owner)) {
      throw Problems.notFound(noun(), id);
    }
    return history;
  }

  /** A cluster's record. */
  V oneOf(String key, String id, String on, String knownAt) {
    ClusterKey cluster = ClusterKey.of(key);
    return findAsOf(id, on, knownAt)
        .filter(found -> cluster.names(found.cluster()))
        .orElseThrow(() -> Problems.notFound(noun(), id));
  }

  Response createIn(String key, C body) {
    E entry = blank();
    entry.belongTo(id(ClusterKey.of(key)));
    return create(entry, body);
  }

  /** A cluster's record, to be changed. */
  E requiredOf(String key, String id) {
    UUID owner = id(ClusterKey.of(key));
    E entry = required(id);
    if (!owner.equals(entry.cluster())) {
      throw Problems.notFound(noun(), id);
    }
    return entry;
  }

  @Override
  protected String path(E entry) {
    return "/clusters/" + entry.cluster() + "/" + noun();
  }

  private UUID id(ClusterKey cluster) {
    String by = cluster.id().isPresent() ? "id" : "slug";
    return database
        .one(
            "select id from clusters where " + by + " = ?",
            row -> row.getObject(1, UUID.class),
            cluster.id().<Object>map(id -> id).orElse(cluster.text()))
        .orElseThrow(() -> Problems.notFound("clusters", cluster.text()));
  }
}
