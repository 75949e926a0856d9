package org.grappe.subsidy;

import java.util.List;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;

/** What stands against a subsidy line or its payments. */
public final class SubsidyProblems implements FeatureProblems {
  static final ProblemType SHARES_EXCEED_WHOLE = new ProblemType("shares-exceed-whole", 409);
  static final ProblemType PAYMENTS_EXCEED_AMOUNT = new ProblemType("payments-exceed-amount", 409);

  @Override
  public List<ProblemType> types() {
    return List.of(SHARES_EXCEED_WHOLE, PAYMENTS_EXCEED_AMOUNT);
  }
}
