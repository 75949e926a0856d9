package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.value.PartialDate;
import org.grappe.value.Violations;

/** What a merger says of other records: no circle, and colleges where they belong. */
@ApplicationScoped
class MergerRules {
  private final Database database;
  private final CollegeOwners colleges;
  private final ObstacleList obstacles;
  private final Today today;

  MergerRules(Database database, CollegeOwners colleges, ObstacleList obstacles, Today today) {
    this.database = database;
    this.colleges = colleges;
    this.obstacles = obstacles;
    this.today = today;
  }

  void check(Merger.Content next, Merger.Content before) {
    Violations violations = new Violations();
    violations.addIf(isCircle(next), "/result", "merger.circle");
    for (int i = 0; i < next.collegeMapping().size(); i++) {
      Merger.Mapping mapping = next.collegeMapping().get(i);
      String at = "/collegeMapping/" + i;
      UUID from = colleges.clusterOf(mapping.from());
      boolean isEnding =
          from != null && next.parties().contains(from) && !from.equals(next.result());
      violations.addIf(!isEnding, at + "/from", "merger.college-from");
      UUID to = colleges.clusterOf(mapping.to());
      violations.addIf(to == null || !to.equals(next.result()), at + "/to", "merger.college-to");
    }
    Problems.raise(violations);
    requireParties(next, before);
  }

  /** Who has become part of another already is no party, but of what was announced before. */
  private void requireParties(Merger.Content next, Merger.Content before) {
    List<UUID> parties =
        next.parties().stream()
            .filter(party -> before == null || !before.parties().contains(party))
            .toList();
    PartialDate known = next.announcedOn() == null ? next.plannedFor() : next.announcedOn();
    LocalDate day = known == null ? today.day() : known.firstDay();
    obstacles.raise(
        database.all(
            """
            select c.id, c.name, coalesce(c.followed_on, c.dissolved_on),
              case when c.followed_by is null then 'division.divided' else 'merger.merged' end
            from clusters c, (select ?::uuid[] as parties, ?::date as day) asked
            where c.id = any(asked.parties)
              and (c.followed_by is not null and first_day(c.followed_on) <= asked.day
                or c.divided_into <> '{}' and first_day(c.dissolved_on) <= asked.day)
            order by c.name""",
            row ->
                new Against(
                    Problems.of(
                        MergerProblems.MERGER_CONFLICT,
                        row.getString(4),
                        row.getString(2),
                        "",
                        row.getString(3)),
                    "clusters",
                    row.getObject(1, UUID.class),
                    row.getString(2)),
            List.of(parties, day)));
  }

  /** Whether the result has become part of a party already. */
  boolean isCircle(Merger.Content content) {
    return content.result() != null
        && database
            .one(
                """
                select 1 from heirs_of(array[?::uuid]) heir
                where heir = any(?::uuid[]) and heir <> ?\
                """,
                row -> true,
                content.result(),
                content.parties(),
                content.result())
            .isPresent();
  }
}
