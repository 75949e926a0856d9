package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.grappe.database.Constraints;
import org.grappe.problem.ProblemType;

/** What mergers and divisions name: parties, results, what is assigned, and colleges. */
@ApplicationScoped
class MergerConstraints implements Constraints {
  @Override
  public Map<String, ProblemType> problems() {
    return Map.of(
        "ck_clusters_life_until_spin_off",
        MergerProblems.MERGER_CONFLICT,
        "ck_clusters_life_as_result",
        MergerProblems.MERGER_CONFLICT,
        "ck_clusters_founded_by_effect",
        MergerProblems.MERGER_CONFLICT,
        "ck_clusters_begun_by_effect",
        MergerProblems.MERGER_CONFLICT);
  }

  @Override
  public Map<String, String> finders() {
    return Map.of(
        "parties",
        "select 'mergers', merger from merger_parties where cluster = ?",
        "parts",
        "select 'divisions', division from division_results where cluster = ?",
        "named",
        """
        select case when division is null then 'mergers' else 'divisions' end,
          coalesce(division, merger)
        from named_in_undertakings n
        where %s = ? and not exists (
          select from mergers g where g.id = n.merger and g.abandoned_on is not null)
          and not exists (
          select from divisions d where d.id = n.division and d.abandoned_on is not null)\
        """);
  }
}
