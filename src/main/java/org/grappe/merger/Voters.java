package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Whose assemblies have voted on a merger or division stays one of those that it is of. */
@ApplicationScoped
class Voters {
  private final Database database;
  private final Today today;

  Voters(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /**
   * Makes sure that none of those that leave it has voted on it.
   *
   * @throws Problem {@code still-referenced}, with the ballot as {@code referredToBy}
   */
  void requireNone(Merger merger, List<UUID> leaving) {
    require("ballots", "merger", merger.id(), leaving);
  }

  /** The same of a division. */
  void requireNone(Division division, List<UUID> leaving) {
    require("division_ballots", "division", division.id(), leaving);
  }

  private void require(String ballots, String of, UUID id, List<UUID> leaving) {
    if (leaving.isEmpty()) {
      return;
    }
    Problems.raise(
        database.one(
            """
            select b.id, on_day(c.name, c.periods, 'name', ?::date) from %s b join clusters c on c.id = b.party
            where b.%s = ? and b.party = any(?) order by b.id limit 1"""
                .formatted(ballots, of),
            row ->
                Problems.of(ProblemType.STILL_REFERENCED, "merger.has-voted", row.getString(2))
                    .withMember(
                        "referredToBy",
                        Map.of(
                            "collection",
                            ballots.replace('_', '-'),
                            "id",
                            row.getObject(1, UUID.class))),
            today.day(),
            id,
            leaving));
  }
}
