package org.grappe.membership;

import java.util.List;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;

/** What stands against a membership. */
public final class MembershipProblems implements FeatureProblems {
  static final ProblemType MEMBERSHIP_OVERLAP = new ProblemType("membership-overlap", 409);

  @Override
  public List<ProblemType> types() {
    return List.of(MEMBERSHIP_OVERLAP);
  }
}
