package org.grappe.registration;

import java.util.List;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;

/** What stands against a registration. */
public final class RegistrationProblems implements FeatureProblems {
  static final ProblemType CAPACITY_EXCEEDED = new ProblemType("capacity-exceeded", 409);

  @Override
  public List<ProblemType> types() {
    return List.of(CAPACITY_EXCEEDED);
  }
}
