package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What begins in clusters, and in organisations; and their slugs. */
@ApplicationScoped
class ClusterConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of(
        "ck_clusters_parts_within_life",
        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
        "ck_mandates_followed",
        ClusterProblems.OUTSIDE_CLUSTER_LIFE);
  }

  /** Who has or had a slug. */
  @Override
  public Map<String, String> finders() {
    return Map.of(
        "uq_clusters_slug",
        """
        select 'clusters', c.id from cluster_slugs s join clusters c on c.id = s.cluster
        where s.slug = ?\
        """);
  }
}
