package org.grappe.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.grappe.cluster.ClusterDissolved;
import org.grappe.cluster.ClusterMoved;
import org.grappe.cluster.ClusterProblems;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/** Ends the conventions that would be left with one party when a cluster ends. */
@ApplicationScoped
class OpenConventions {
  /** Those of a cluster {@code n} that would be left with one party from a day on. */
  private static final String LEFT =
      """
      k.parties @> array[n.cluster] and (k.until is null or last_day(k.until) > last_day(n.day))
        and (select count(*) from unnest(k.parties) party join clusters c on c.id = party
          where c.dissolved_on is null and c.id <> n.cluster) < 2
      """;

  private final Database database;
  private final Today today;

  OpenConventions(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Those that begin only then stand against an end, however it is told. */
  void require(@Observes ClusterMoved moved) {
    moved.ends().forEach((field, on) -> require(moved.cluster(), field, on));
  }

  private void require(UUID cluster, String field, PartialDate on) {
    Problems.raise(
        database.one(
            """
            select k.id, k.begins_on
            from (select ?::uuid as cluster, ?::text as day) n cross join conventions k
            where %s and first_day(k.begins_on) >= last_day(n.day)
            order by first_day(k.begins_on), k.id limit 1"""
                .formatted(LEFT),
            row ->
                ClusterProblems.beginsLater(
                    field, "conventions", row.getObject(1, UUID.class), row.getString(2)),
            cluster,
            on.text()));
  }

  void end(@Observes ClusterDissolved end) {
    database.change(
        """
        update conventions k set until = n.day, version = k.version + 1, updated_at = ?
        from (select ?::uuid as cluster, ?::text as day) n where %s"""
            .formatted(LEFT),
        today.now(),
        end.cluster(),
        end.on().text());
  }
}
