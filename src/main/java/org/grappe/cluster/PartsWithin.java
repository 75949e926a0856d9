package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/**
 * Whether what a cluster has besides members begins before its end, where that is told: its
 * mandates, colleges and offices. The database keeps this rule, too; here it is told by name.
 */
@ApplicationScoped
class PartsWithin {
  private final Database database;

  PartsWithin(Database database) {
    this.database = database;
  }

  /**
   * Where a request moves the end, or says that there was none.
   *
   * @throws Problem {@code outside-cluster-life}; {@code validation-failed} where it would leave
   *     what a dissolution ended as it is
   */
  void require(UUID cluster, ClusterContent before, ClusterContent next) {
    if (before.dissolvedOn() != null && next.dissolvedOn() == null && hasEndedMore(cluster)) {
      throw Problems.validationFailed("/dissolvedOn", "cluster.ended-all", before.dissolvedOn());
    }
    if (next.dissolvedOn() != null && !next.dissolvedOn().equals(before.dissolvedOn())) {
      requireEnd(cluster, "dissolvedOn", next.dissolvedOn());
    }
  }

  /** Whether its dissolution ended more than the cluster, or is said to have. */
  private boolean hasEndedMore(UUID cluster) {
    return database
        .one(
            """
            select 1 from dissolution_writes(?) w(seq) join history h on h.seq = w.seq
            where h.record_id <> ?
            union all
            select 1 from memberships where cluster = ? and end_reason = 'DISSOLVED' limit 1""",
            row -> true,
            cluster,
            cluster,
            cluster)
        .isPresent();
  }

  /**
   * Makes sure that all of it does.
   *
   * @param field which field says that the cluster ends
   * @param on from which day it is no more
   * @throws Problem {@code outside-cluster-life}
   */
  void requireEnd(UUID cluster, String field, PartialDate on) {
    Problems.raise(
        database.one(
            """
            select p.collection, p.id, p.begins from cluster_parts p
            where p.cluster = ? and first_day(p.begins) >= ?
            order by first_day(p.begins), p.id limit 1""",
            row ->
                ClusterProblems.beginsLater(
                    field, row.getString(1), row.getObject(2, UUID.class), row.getString(3)),
            cluster,
            on.lastDay()));
  }
}
