package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.record.Owners;
import org.grappe.record.Rights;

/**
 * Undoes a completion that was entered by mistake, with its corrections, from what the history
 * keeps of them: each field that they wrote is what it was before, and what was written since of
 * other fields stays, or goes back to what was continued.
 */
@ApplicationScoped
class MergerReversal {
  /** In the order in which they can be put back: memberships want their clusters alive. */
  private static final List<String> TABLES =
      List.of(
          "clusters",
          "memberships",
          "mandates",
          "colleges",
          "offices",
          "shares",
          "conventions",
          "events");

  private final Mergers mergers;
  private final Divisions divisions;
  private final ReversalObstacles obstacles;
  private final ReturnedRecords returned;
  private final AssignedLines lines;
  private final ObstacleList list;
  private final Database database;
  private final Rights rights;
  private final Today today;

  MergerReversal(
      Mergers mergers,
      Divisions divisions,
      ReversalObstacles obstacles,
      ReturnedRecords returned,
      AssignedLines lines,
      ObstacleList list,
      Database database,
      Rights rights,
      Today today) {
    this.mergers = mergers;
    this.divisions = divisions;
    this.obstacles = obstacles;
    this.returned = returned;
    this.lines = lines;
    this.list = list;
    this.database = database;
    this.rights = rights;
    this.today = today;
  }

  MergerView reverse(String id, String reason, List<UUID> sources) {
    Merger merger = mergers.held(id);
    rights.requireChange(Owners.administrators(), "mergers", merger.id());
    merger.requireEffective();
    Plan plan = Plan.reversal(merger);
    undo(plan);
    merger.reverse(today.day(), reason, sources);
    mergers.keep(merger);
    lines.giveBack(plan);
    return mergers.shown(merger);
  }

  DivisionView reverseDivision(String id, String reason, List<UUID> sources) {
    Division division = divisions.held(id);
    rights.requireChange(Owners.administrators(), "divisions", division.id());
    division.requireEffective();
    Plan plan = Plan.reversal(division);
    undo(plan);
    division.reverse(today.day(), reason, sources);
    divisions.keep(division);
    lines.giveBack(plan);
    return divisions.shown(division);
  }

  private void undo(Plan plan) {
    list.raise(obstacles.all(plan));
    List<UUID> late = returned.enteredLate(plan);
    returned.giveBack(plan);
    // shares stand under conventions that go, and applications belong to colleges that do, until
    // they are put back where they were
    // what the act founded has not come of it once this is over
    database.change(
        "set constraints fk_shares_convention, fk_memberships_college, check_founded_by_effect deferred");
    database.change("call reverse_act(?, ?, ?)", plan.act(), today.now(), TABLES);
    database.change("set constraints fk_shares_convention, fk_memberships_college immediate");
    returned.reopen(late);
    returned.forget(plan);
  }
}
