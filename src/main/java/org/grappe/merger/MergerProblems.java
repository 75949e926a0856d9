package org.grappe.merger;

import java.util.List;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;

/** What stands against an act on a merger. */
public final class MergerProblems implements FeatureProblems {
  static final ProblemType MERGER_NOT_APPROVED = new ProblemType("merger-not-approved", 409);
  static final ProblemType MERGER_CLOSED = new ProblemType("merger-closed", 409);
  static final ProblemType MERGER_CONFLICT = new ProblemType("merger-conflict", 409);
  static final ProblemType COLLEGE_UNMAPPED = new ProblemType("college-unmapped", 409);

  @Override
  public List<ProblemType> types() {
    return List.of(MERGER_NOT_APPROVED, MERGER_CLOSED, MERGER_CONFLICT, COLLEGE_UNMAPPED);
  }
}
