package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What the constraints of shares mean. */
@ApplicationScoped
class ShareConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of(
        "ck_shares_within_life",
        ProblemType.OUTSIDE_CLUSTER_LIFE,
        "uq_shares_cluster",
        ProblemType.ALREADY_SHARED);
  }
}
