package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.Scope;
import org.grappe.record.ClusterLocks;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The clusters. */
@ApplicationScoped
class Clusters implements Repository<Cluster, ClusterContent, ClusterView> {
  private final Records<Cluster, ClusterContent, ClusterView> records;
  private final Identity identity;
  private final ClusterLookup clusters;
  private final ClusterLocks locks;
  private final MembersWithin members;
  private final PartsWithin parts;

  Clusters(
      RecordsFactory records,
      Identity identity,
      ClusterLookup clusters,
      ClusterLocks locks,
      MembersWithin members,
      PartsWithin parts) {
    this.records = records.of(this, Cluster::new, ClusterContent.class, ClusterListing.ALL);
    this.identity = identity;
    this.clusters = clusters;
    this.locks = locks;
    this.members = members;
    this.parts = parts;
  }

  @Override
  public Records<Cluster, ClusterContent, ClusterView> records() {
    return records;
  }

  @Override
  public Owners owners(Cluster cluster) {
    return Owners.cluster(cluster.id());
  }

  @Override
  public ClusterContent current(Cluster cluster) {
    return cluster.on(records.today());
  }

  @Override
  public ClusterContent stored(Cluster cluster, ClusterContent next) {
    return cluster.corrected(records.today(), next);
  }

  @Override
  public void beforeSave(Cluster cluster, ClusterContent before) {
    if (before != null) {
      members.require(cluster.id(), before, cluster.content());
      parts.require(cluster.id(), before, cluster.content());
    }
  }

  @Override
  public Response create(ClusterContent body) {
    return records.create(identity.own(body));
  }

  @Override
  public ClusterContent completed(ClusterContent before, ClusterContent next) {
    return identity.changed(before, next);
  }

  @Override
  public Scope named(String key) {
    return ClusterKey.of(key).is("c.id");
  }

  /** It leads to the history of a deleted cluster too. */
  @Override
  public UUID key(String key) {
    return clusters
        .everNamed(ClusterKey.of(key).text())
        .orElseThrow(() -> Problems.notFound("clusters", key));
  }

  /**
   * The cluster itself, locked until the transaction ends.
   *
   * @throws Problem {@code not-found}
   */
  @Override
  public Cluster required(String key) {
    return findByIdOptional(key(key), LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Problems.notFound("clusters", key));
  }

  /**
   * The same of one that is about to change with all that belongs to it: nobody else writes any of
   * that until the transaction ends.
   *
   * @throws Problem {@code not-found}
   */
  Cluster held(String key) {
    locks.hold(List.of(key(key)));
    return required(key);
  }
}
