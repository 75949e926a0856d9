package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;

/**
 * Nothing is announced of a cluster that is no more by then: as a party or as a result, of a merger
 * as of a division.
 */
@ApplicationScoped
class StillThere {
  private final Database database;
  private final ObstacleList obstacles;
  private final Today today;

  StillThere(Database database, ObstacleList obstacles, Today today) {
    this.database = database;
    this.obstacles = obstacles;
    this.today = today;
  }

  /**
   * Clusters that are named by a field of the request.
   *
   * @param mayHaveEnded whether a dissolution is nothing against it: who is taken over had ended
   */
  record Named(String field, List<UUID> clusters, boolean mayHaveEnded) {
    /** Those that were not named before, or all where they are announced for another day. */
    Named since(List<UUID> before, boolean isMoved) {
      return isMoved
          ? new Named("announcedOn", clusters, mayHaveEnded)
          : new Named(
              field, clusters.stream().filter(one -> !before.contains(one)).toList(), mayHaveEnded);
    }
  }

  /**
   * Ends the request where one was no more when it was announced, failing that planned, failing
   * that today.
   *
   * @throws Problem {@code merger-conflict} with {@code field}, {@code bound} and {@code obstacles}
   */
  void require(PartialDate announcedOn, PartialDate plannedFor, List<Named> named) {
    PartialDate known = announcedOn == null ? plannedFor : announcedOn;
    LocalDate day = known == null ? today.day() : known.firstDay();
    List<Against> against = new ArrayList<>();
    named.forEach(some -> against.addAll(gone(some, day)));
    obstacles.raise(against);
  }

  private List<Against> gone(Named named, LocalDate day) {
    return database.all(
        """
        select c.id, on_day(c.name, c.periods, 'name', asked.day), coalesce(c.followed_on, c.dissolved_on),
          case when c.followed_by is not null then 'merger.merged'
            when c.divided_into <> '{}' then 'division.divided' else 'merger.ended' end
        from clusters c, (select ?::uuid[] as clusters, ?::date as day, ?::boolean as ended) asked
        where c.id = any(asked.clusters)
          and (c.followed_by is not null and first_day(c.followed_on) <= asked.day
            or c.divided_into <> '{}' and first_day(c.dissolved_on) <= asked.day
            or last_day(c.dissolved_on) <= asked.day and not asked.ended)
        order by 2, 1""",
        row -> {
          String name = row.getString(2);
          String bound = row.getString(3);
          Problem problem =
              Problems.of(MergerProblems.MERGER_CONFLICT, row.getString(4), name, "", bound)
                  .withMember("field", named.field())
                  .withMember("bound", bound)
                  .withMember("other", Map.of("id", row.getObject(1, UUID.class)));
          return new Against(problem, "clusters", row.getObject(1, UUID.class), name);
        },
        List.of(named.clusters(), day, named.mayHaveEnded()));
  }
}
