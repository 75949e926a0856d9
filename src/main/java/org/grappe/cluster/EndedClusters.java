package org.grappe.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/** Clusters that are no more, called as they are today. */
public record EndedClusters(Database database, LocalDate today) {

  /**
   * Nothing begins in a cluster that is no more then.
   *
   * @param field which field says when it begins
   * @throws Problem {@code outside-cluster-life} with the {@code field} and the {@code bound} that
   *     it passes
   */
  public void requireBegun(UUID cluster, String field, LocalDate begins) {
    Problems.raise(
        database.one(
            """
            select on_day(name, periods, 'name', ?::date), dissolved_on from clusters
            where id = ? and last_day(dissolved_on) <= ?""",
            row -> ClusterProblems.begunAfterEnd(field, row.getString(1), row.getString(2)),
            today,
            cluster,
            begins));
  }
}
