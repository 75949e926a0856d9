package org.grappe.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** What a mandate must be that its members do not tell by themselves. */
@ApplicationScoped
class MandateRules {
  private final Database database;
  private final Today today;

  MandateRules(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /**
   * Makes sure of it.
   *
   * @param before what it was; null for a new one
   * @throws Problem {@code validation-failed}, {@code outside-cluster-life}
   */
  void check(Mandate mandate, Mandate.Content before) {
    Mandate.Content next = mandate.content();
    PartialDate began = before == null ? null : before.from();
    if (before != null
        && mandate.cluster() == null
        && !before.organisation().equals(next.organisation())) {
      throw Problems.validationFailed("/organisation", "mandate.organisation");
    }
    if (next.organisation() != null
        && (!next.from().equals(began) || !next.organisation().equals(before.organisation()))) {
      requireUnfollowed(next);
    }
  }

  /** In an organisation that has become another nothing begins any more, nor on its behalf. */
  private void requireUnfollowed(Mandate.Content mandate) {
    Problems.raise(
        database.one(
            """
            select on_day(o.name, o.periods, 'name', first_day(o.followed_on)), o.followed_on
            from organisations o where o.id = ? and last_day(o.followed_on) <= ?""",
            row ->
                Problems.of(
                        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
                        "mandate.of-followed",
                        row.getString(1),
                        row.getString(2))
                    .withMember("field", "from")
                    .withMember("bound", row.getString(2)),
            mandate.organisation(),
            mandate.from().firstDay()));
  }

  /** A new mandate ends a provisional one of the same role, on the day on which it begins. */
  void endProvisional(Mandate mandate) {
    Mandate.Content next = mandate.content();
    database.change(
        """
        update mandates set until = ?, version = version + 1, updated_at = ?
        where cluster = ? and role = ? and provisional and id <> ?
          and college is not distinct from nullif(?, '')::uuid
          and plain(coalesce(territory, '')) = plain(?)
          and (until is null or last_day(until) > last_day(?))
          and first_day("from") < first_day(?)\
        """,
        next.from().text(),
        today.now(),
        mandate.cluster(),
        next.role().name(),
        mandate.id(),
        next.college() == null ? "" : next.college().toString(),
        next.territory() == null ? "" : next.territory(),
        next.from().text(),
        next.from().text());
  }
}
