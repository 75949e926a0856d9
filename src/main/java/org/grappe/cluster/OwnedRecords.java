package org.grappe.cluster;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.Page;
import org.grappe.record.HistoryView;
import org.grappe.record.Records;
import org.grappe.value.PartialDate;

/**
 * Records that exist only inside a cluster, by the cluster that an address names.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
final class OwnedRecords<E extends OwnedRecord<C>, C extends Record, V extends OwnedView> {
  private final Records<E, C, V> records;
  private final ClusterLookup clusters;
  private final Database database;
  private final Supplier<E> blank;
  private final String column;

  /**
   * Those of a repository.
   *
   * @param column the column that names the cluster, as the listing's query knows it
   */
  OwnedRecords(
      Records<E, C, V> records,
      ClusterLookup clusters,
      Database database,
      Supplier<E> blank,
      String column) {
    this.records = records;
    this.clusters = clusters;
    this.database = database;
    this.blank = blank;
    this.column = column;
  }

  /**
   * A cluster's page.
   *
   * @throws Problem {@code not-found} where there is no such cluster
   */
  Page<V> page(String key) {
    ClusterKey cluster = ClusterKey.of(key);
    Page<V> page = records.page(cluster.in(column));
    if (page.getItems().isEmpty()) {
      records.requireOwner("clusters", everNamed(cluster));
    }
    return page;
  }

  /** A cluster's record as it stands on a day. */
  V one(String key, String id, String on, String knownAt) {
    ClusterKey cluster = ClusterKey.of(key);
    return records
        .findAsOf(id, on, knownAt)
        .filter(found -> found.cluster() != null)
        .filter(found -> found.cluster().id().equals(everNamed(cluster)))
        .orElseThrow(() -> records.notFound(id));
  }

  /** What became of a cluster's record. */
  Page<HistoryView> history(String key, String id) {
    return records.history(id, "cluster", everNamed(ClusterKey.of(key)));
  }

  /**
   * Nothing begins in a cluster once it is no more.
   *
   * @param begun when it begins; null where that isn't known
   * @param before when it began until now; null where it is new or that wasn't known. What began
   *     before the rule was there is still changed in everything else
   * @throws Problem {@code outside-cluster-life} with the {@code field} and the {@code bound} that
   *     it passes
   */
  void requireBegun(E entity, String field, PartialDate begun, PartialDate before) {
    if (begun == null || begun.equals(before) || entity.cluster() == null) {
      return;
    }
    new EndedClusters(database, records.today())
        .requireBegun(entity.cluster(), field, begun.firstDay());
  }

  /** Takes up a new one. */
  Response create(String key, C body) {
    E entity = blank.get();
    entity.belongTo(id(ClusterKey.of(key)));
    return records.create(entity, body);
  }

  /** A cluster's record, to be changed. */
  E required(String key, String id) {
    UUID owner = id(ClusterKey.of(key));
    E entity = records.required(id);
    if (!owner.equals(entity.cluster())) {
      throw records.notFound(id);
    }
    return entity;
  }

  private UUID everNamed(ClusterKey cluster) {
    return clusters
        .everNamed(cluster.text())
        .orElseThrow(() -> Problems.notFound("clusters", cluster.text()));
  }

  private UUID id(ClusterKey cluster) {
    return clusters
        .find(cluster.text())
        .orElseThrow(() -> Problems.notFound("clusters", cluster.text()));
  }
}
