package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import org.grappe.cluster.ClusterMoved;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/**
 * Whether the mergers and divisions in effect that a cluster took part in lie within its life,
 * where that is put right. The database keeps this rule, too; here it is told with what stands
 * against it.
 */
@ApplicationScoped
class EffectsWithin {
  private static final String IN_EFFECT =
      """
      select e.collection, e.id, e.effective_on
      from (select ?::uuid as cluster, ?::text as day) a cross join lateral effects_of(a.cluster) e
      where %s
      order by first_day(e.effective_on), e.id limit 1""";

  private final Database database;

  EffectsWithin(Database database) {
    this.database = database;
  }

  /** What a request would move beyond any of them. */
  void require(@Observes ClusterMoved moved) {
    moved
        .begins()
        .forEach(
            (field, day) ->
                require(moved, field, day, "last_day(e.effective_on) < first_day(a.day)"));
    moved
        .ends()
        .forEach(
            (field, day) ->
                require(
                    moved,
                    field,
                    day,
                    "(e.comes or e.leaves) and first_day(e.effective_on) > last_day(a.day)"));
    if (moved.isUnfounded()) {
      String field = moved.begins().containsKey("announcedOn") ? "announcedOn" : "foundedOn";
      require(moved, field, null, "e.comes");
    }
  }

  private void require(ClusterMoved moved, String field, PartialDate day, String when) {
    Problems.raise(
        database.one(
            IN_EFFECT.formatted(when),
            row -> against(field, row.getString(1), row.getObject(2, UUID.class), row.getString(3)),
            moved.cluster(),
            day == null ? "" : day.text()));
  }

  private static Problem against(String field, String collection, UUID id, String bound) {
    return Problems.of(
            MergerProblems.MERGER_CONFLICT,
            "cluster.took-part",
            Problems.noun(collection),
            bound,
            field)
        .withMember("field", field)
        .withMember("bound", bound)
        .withMember("other", Map.of("id", id));
  }
}
