package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** Which clusters are parties to a merger, or what a division is into. */
@ApplicationScoped
class MergerConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of("ck_clusters_life_until_spin_off", MergerProblems.MERGER_CONFLICT);
  }

  @Override
  public Map<String, String> finders() {
    return Map.of(
        "parties",
        "select 'mergers', merger from merger_parties where cluster = ?",
        "division_results",
        "select 'divisions', division from division_results where cluster = ?");
  }
}
