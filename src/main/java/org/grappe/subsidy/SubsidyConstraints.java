package org.grappe.subsidy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What the constraints of subsidies mean. */
@ApplicationScoped
class SubsidyConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of(
        "ck_subsidy_lines_payments",
        SubsidyProblems.PAYMENTS_EXCEED_AMOUNT,
        "ck_subsidy_lines_repayments",
        SubsidyProblems.PAYMENTS_EXCEED_AMOUNT);
  }

  @Override
  public Map<String, String> finders() {
    return Map.of(
        "funders",
        "select 'subsidy_lines', line from subsidy_funders where %s = ?",
        "heirs",
        "select 'subsidy_lines', line from subsidy_heirs where %s = ?");
  }
}
