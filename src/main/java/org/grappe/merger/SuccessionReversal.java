package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.cluster.ClusterProblems;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.organisation.FollowedOrganisations;
import org.grappe.problem.Problems;
import org.grappe.query.PathId;
import org.grappe.query.View;
import org.grappe.record.Owners;
import org.grappe.record.Rights;
import org.grappe.value.PartialDate;

/**
 * Undoes a succession that was entered by mistake, from what the history keeps of it, as {@link
 * MergerReversal} undoes a merger.
 */
@ApplicationScoped
class SuccessionReversal {
  /** In the order in which they can be put back. */
  private static final List<String> TABLES =
      List.of("organisations", "memberships", "mandates", "registrations");

  /** Which record of the organisation one that was made goes back to. */
  private static final Map<String, String> CONTINUED =
      Map.of(
          "memberships",
          """
          coalesce(x.continues[1], (
            select a.id from memberships a join history w on w.record_id = a.id and w.act = p.act
            where a.organisation = p.organisation and a.cluster = x.cluster
              and a."from" is null limit 1))\
          """,
          "mandates",
          """
          (select a.id from mandates a join history w on w.record_id = a.id and w.act = p.act
            where a.organisation = p.organisation and a.cluster = x.cluster and a.role = x.role
              and a.person is not distinct from x.person
              and a.title is not distinct from x.title limit 1)\
          """);

  private final SuccessionLocks locks;
  private final FollowedOrganisations organisations;
  private final ActSql sql;
  private final RegistrationsGivenBack registrations;
  private final SuccessionReversalObstacles obstacles;
  private final ObstacleList list;
  private final Database database;
  private final Rights rights;
  private final Today today;

  SuccessionReversal(
      SuccessionLocks locks,
      FollowedOrganisations organisations,
      ActSql sql,
      RegistrationsGivenBack registrations,
      SuccessionReversalObstacles obstacles,
      ObstacleList list,
      Database database,
      Rights rights,
      Today today) {
    this.locks = locks;
    this.organisations = organisations;
    this.sql = sql;
    this.registrations = registrations;
    this.obstacles = obstacles;
    this.list = list;
    this.database = database;
    this.rights = rights;
    this.today = today;
  }

  View reverse(String id, String reason, List<UUID> sources) {
    UUID organisation = PathId.of(id);
    organisations.require(organisation);
    rights.requireChange(Owners.administrators(), "organisations", organisation);
    locks.hold(organisation, required(organisation).successor());
    Succession succession = required(organisation);
    list.raise(obstacles.all(succession));
    CONTINUED.forEach(
        (table, target) ->
            sql.write(succession, ReturnedRecords.GIVE_BACK.formatted(table, target)));
    NamedNoMore.STATEMENTS.forEach(statement -> sql.write(succession, statement));
    registrations.leave(succession);
    database.change("call reverse_act(?, ?, ?)", succession.act(), today.now(), TABLES);
    // those that were entered since as ended by it go on, too
    sql.write(
        succession,
        """
        update memberships m
        set until = null, end_reason = null, version = m.version + 1, updated_at = p.now
        from p where m.organisation = p.organisation and m.until = p.day
          and m.end_reason = 'SUCCEEDED' and m."from" is not null""");
    registrations.follow(succession);
    return organisations.goesOn(organisation, PartialDate.of(today.day()), reason, sources);
  }

  /** The last succession of an organisation, which is in effect. */
  private Succession required(UUID organisation) {
    return database
        .one(
            """
            select o.followed_by, o.followed_on, (
              select h.act from history h
              where h.record_id = o.id and h.row ->> 'followed_by' is not null
                and h.action = 'CHANGED' and not exists (
                  select from history b
                  where b.record_id = h.record_id and b.seq = (
                      select max(l.seq) from history l
                      where l.record_id = h.record_id and l.seq < h.seq)
                    and b.row ->> 'followed_by' is not null)
              order by h.seq desc limit 1)
            from organisations o where o.id = ? and o.followed_by is not null""",
            row ->
                new Succession(
                    organisation,
                    row.getObject(1, UUID.class),
                    new PartialDate(row.getString(2)),
                    Succession.Memberships.CARRY,
                    row.getObject(3, UUID.class)),
            organisation)
        .orElseThrow(
            () ->
                Problems.of(
                    ClusterProblems.REVERSAL_BLOCKED, "succession.none", name(organisation)));
  }

  private String name(UUID organisation) {
    return database
        .one(
            "select on_day(o.name, o.periods, 'name', ?) from organisations o where o.id = ?",
            row -> row.getString(1),
            today.day(),
            organisation)
        .orElseThrow();
  }
}
