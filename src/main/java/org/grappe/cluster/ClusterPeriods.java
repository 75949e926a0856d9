package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.body.MergePatch;
import org.grappe.period.Period;
import org.grappe.period.Timeline;
import org.grappe.period.Transition;
import org.grappe.query.PathId;
import org.grappe.record.Records;
import org.grappe.value.Ids;

/** Changes of clusters in the world: entered, put right, taken back. */
@ApplicationScoped
class ClusterPeriods {
  private final Clusters clusters;
  private final Identity identity;
  private final Ids ids;

  ClusterPeriods(Clusters clusters, Identity identity, Ids ids) {
    this.clusters = clusters;
    this.identity = identity;
    this.ids = ids;
  }

  private Records<Cluster, ClusterContent, ClusterView> records() {
    return clusters.records();
  }

  /** Takes up a change. */
  ClusterView enter(Cluster cluster, ClusterTransition transition) {
    records().requireChange(cluster, clusters.owners(cluster));
    Transition change = transition.from(records().today());
    cluster.requireThere(change.on(), "on", records().today());
    return keep(cluster, cluster.timeline().with(ids.next(), change));
  }

  /** Puts a period right; one that is so already stays as it is. */
  ClusterView correct(Cluster cluster, String id, MergePatch patch) {
    UUID period = PathId.of(id);
    Period now = cluster.timeline().period(period);
    ClusterPeriodContent before = ClusterPeriodContent.of(now);
    ClusterPeriodContent next =
        records().patched(cluster, before, ClusterPeriodContent.class, patch, () -> before);
    if (next.equals(before)) {
      return records().view(cluster.id());
    }
    if (next.from() != null && !next.from().equals(before.from())) {
      cluster.requireThere(next.from(), "from", records().today());
    }
    return keep(cluster, cluster.timeline().corrected(period, next.right()));
  }

  /** Takes a change back. */
  void remove(Cluster cluster, String id) {
    records().requireChange(cluster, clusters.owners(cluster));
    records().requireVersion(cluster.version());
    keep(cluster, cluster.timeline().without(PathId.of(id)));
  }

  private ClusterView keep(Cluster cluster, Timeline next) {
    identity.requireRegions(cluster.timeline(), next);
    return records().update(cluster, cluster.through(next));
  }
}
