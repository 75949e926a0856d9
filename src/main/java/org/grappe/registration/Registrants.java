package org.grappe.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.grappe.cluster.ClusterProblems;
import org.grappe.database.Database;
import org.grappe.problem.Problems;

/** The organisations that register, as long as they are there. */
@ApplicationScoped
class Registrants {
  private final Database database;

  Registrants(Database database) {
    this.database = database;
  }

  /** Lets an organisation become no other until the transaction ends. */
  void keep(UUID organisation) {
    database.one(
        "select 1 from organisations where id = ? for key share", row -> true, organisation);
  }

  /** Who has become another takes part in nothing from then on. */
  void requireUnfollowed(UUID event, UUID organisation) {
    Problems.raise(
        database.one(
            """
            select on_day(o.name, o.periods, 'name', first_day(o.followed_on)), o.followed_on
            from organisations o join events e on e.id = ?
            where o.id = ? and coalesce(e.last_on >= first_day(o.followed_on), o.followed_by is not null)""",
            row ->
                Problems.of(
                        ClusterProblems.OUTSIDE_CLUSTER_LIFE,
                        "registration.of-followed",
                        row.getString(1),
                        row.getString(2))
                    .withMember("field", "organisation")
                    .withMember("bound", row.getString(2)),
            event,
            organisation));
  }
}
