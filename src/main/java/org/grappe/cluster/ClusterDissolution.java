package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import org.grappe.record.Acts;
import org.grappe.value.Ids;
import org.grappe.value.PartialDate;

/** Ends a cluster and all that is open in it. */
@ApplicationScoped
class ClusterDissolution {
  private final Clusters clusters;
  private final MembersWithin members;
  private final PartsWithin parts;
  private final Event<ClusterDissolved> dissolved;
  private final Acts acts;

  ClusterDissolution(
      Clusters clusters,
      MembersWithin members,
      PartsWithin parts,
      Event<ClusterDissolved> dissolved,
      Acts acts) {
    this.clusters = clusters;
    this.members = members;
    this.parts = parts;
    this.dissolved = dissolved;
    this.acts = acts;
  }

  /**
   * Does it, all or nothing.
   *
   * @throws org.grappe.problem.Problem {@code outside-cluster-life}, with what begins only later
   */
  ClusterView dissolve(Cluster cluster, DissolutionResource.Dissolution dissolution) {
    clusters.records().requireChange(cluster, clusters.owners(cluster));
    LocalDate today = clusters.records().today();
    PartialDate on = dissolution.on(today);
    ClusterContent content =
        cluster.dissolved(on, today, dissolution.reason(), dissolution.sources());
    members.requireEnd(cluster.id(), on);
    parts.requireEnd(cluster.id(), "on", on);
    acts.mark(Ids.fresh());
    clusters.records().updateBySystem(cluster, content);
    dissolved.fire(new ClusterDissolved(cluster.id(), on));
    clusters.flush();
    acts.end();
    return clusters.records().view(cluster.id());
  }
}
