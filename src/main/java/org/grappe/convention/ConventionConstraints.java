package org.grappe.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** Which clusters a convention binds, and that they were there to sign it. */
@ApplicationScoped
class ConventionConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of("ck_conventions_signed_within_life", ClusterProblems.OUTSIDE_CLUSTER_LIFE);
  }

  @Override
  public Map<String, String> finders() {
    return Map.of(
        "bound", "select 'conventions', convention from convention_parties where cluster = ?");
  }
}
