package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What the constraints of memberships mean. */
@ApplicationScoped
class MembershipConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of(
        "ex_memberships_overlap",
        MembershipProblems.MEMBERSHIP_OVERLAP,
        "uq_memberships_application",
        MembershipProblems.MEMBERSHIP_OVERLAP,
        "ck_memberships_within_life",
        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
        "ck_memberships_followed",
        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
        "ck_memberships_linked",
        ProblemType.STILL_REFERENCED);
  }

  /** What the next attempt finds said otherwise by who was quicker, it tells with its field. */
  @Override
  public Set<String> retried() {
    return Set.of(
        "fk_memberships_organisation_name",
        "ck_memberships_linked",
        "ex_memberships_overlap",
        "uq_memberships_application",
        "ck_memberships_within_life");
  }

  @Override
  public Map<String, String> finders() {
    return Map.of(
        "continuations", "select 'memberships', membership from continuations where continued = ?");
  }
}
