package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What the constraints of shares mean. */
@ApplicationScoped
class ShareConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of(
        "ck_shares_within_life",
        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
        "uq_shares_cluster",
        SharingProblems.ALREADY_SHARED);
  }
}
