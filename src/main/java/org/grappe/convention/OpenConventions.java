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
  /**
   * The conventions of a cluster {@code n} that ends on a day, each with the day from which it
   * leaves one party {@code alone}: that may be the end, told before, of another that stayed
   * longer.
   */
  private static final String LEFT =
      """
      select k.id, k.begins_on, later.day as alone
      from (select ?::uuid as cluster, ?::text as day) n
      join conventions k on k.parties @> array[n.cluster]
      cross join lateral (
        select case when c.id = n.cluster then n.day else c.dissolved_on end as day
        from clusters c where c.id = any(k.parties)
        order by last_day(case when c.id = n.cluster then n.day else c.dissolved_on end)
          desc nulls first
        offset 1 limit 1) last_but_one
      cross join lateral (
        select case when last_day(n.day) > last_day(last_but_one.day) then n.day
          else last_but_one.day end as day) later
      where last_but_one.day is not null
        and (k.until is null or last_day(k.until) > last_day(later.day))
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
            select id, begins_on from (%s) k where first_day(begins_on) >= last_day(k.alone)
            order by first_day(begins_on), id limit 1"""
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
        update conventions k set until = ended.alone, version = k.version + 1, updated_at = ?
        from (%s) ended where ended.id = k.id"""
            .formatted(LEFT),
        today.now(),
        end.cluster(),
        end.on().text());
  }
}
