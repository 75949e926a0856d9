package org.grappe.merger;

import java.util.List;
import java.util.Map;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** What stands against an act on a merger. */
public final class MergerProblems implements FeatureProblems {
  static final ProblemType MERGER_NOT_APPROVED = new ProblemType("merger-not-approved", 409);
  static final ProblemType MERGER_CLOSED = new ProblemType("merger-closed", 409);
  static final ProblemType MERGER_CONFLICT = new ProblemType("merger-conflict", 409);
  static final ProblemType COLLEGE_UNMAPPED = new ProblemType("college-unmapped", 409);

  /** It is over, and the bound is the day since when. */
  static Problem closed(String key, PartialDate day) {
    return Problems.of(MERGER_CLOSED, key, day).withMember("bound", day.text());
  }

  /** What is asked for is so already, since the bound. */
  static Problem already(String field, String key, PartialDate day) {
    return Problems.of(MERGER_CONFLICT, key, day)
        .withMember("field", field)
        .withMember("bound", day.text());
  }

  /** A postponement stands against it. */
  static Problem byStep(String field, String key, PartialDate bound, MergerStep step) {
    return Problems.of(MERGER_CONFLICT, key, "", bound)
        .withMember("field", field)
        .withMember("bound", bound.text())
        .withMember("other", Map.of("id", step.id()));
  }

  @Override
  public List<ProblemType> types() {
    return List.of(MERGER_NOT_APPROVED, MERGER_CLOSED, MERGER_CONFLICT, COLLEGE_UNMAPPED);
  }
}
