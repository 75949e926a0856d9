package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What begins in clusters, and in organisations. */
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
}
