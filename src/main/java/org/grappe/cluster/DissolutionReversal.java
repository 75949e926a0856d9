package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Puts back what a dissolution ended, from what the history keeps of it. */
@ApplicationScoped
class DissolutionReversal {
  /** In the order in which they can be put back. */
  private static final List<String> TABLES =
      List.of(
          "clusters",
          "memberships",
          "mandates",
          "colleges",
          "offices",
          "conventions",
          "events",
          "shares");

  private final Clusters clusters;
  private final Event<ClusterRevived> revived;
  private final Database database;
  private final Today today;

  DissolutionReversal(
      Clusters clusters, Event<ClusterRevived> revived, Database database, Today today) {
    this.clusters = clusters;
    this.revived = revived;
    this.database = database;
    this.today = today;
  }

  /**
   * The cluster lives again before what belongs to it does.
   *
   * @throws org.grappe.problem.Problem {@code reversal-blocked}, with what stands against it as
   *     {@code obstacles}
   */
  ClusterView reverse(Cluster cluster, String reason, List<UUID> sources) {
    cluster.requireEnded(today.day());
    revived.fire(new ClusterRevived(cluster.id()));
    ClusterContent content = cluster.revived(today.day(), reason, sources);
    clusters.records().updateBySystem(cluster, content);
    clusters.flush();
    database.change("call reverse_dissolution(?, ?, ?)", cluster.id(), today.now(), TABLES);
    clusters.records().detachAll();
    return clusters.records().view(cluster.id());
  }
}
