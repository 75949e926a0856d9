package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * What parties that do not go on were still to host: each event keeps its id and UID and changes
 * its host. What is past stays with the party; of a recurring event, the calendar of a day before
 * still tells the party.
 */
@ApplicationScoped
class EventHandover {
  private static final String FUTURE =
      """
      , future as (
        select e.id, e.called from p join events e on e.host_cluster = any(p.passing)
        where (e.last_on is null or e.last_on >= p.day)
          and (p.division is null or e.id in (select id from going)))
      """;

  private final ActSql sql;

  EventHandover(ActSql sql) {
    this.sql = sql;
  }

  Tally handed(Plan plan) {
    return sql.tally(plan, FUTURE, "select called as name from future");
  }

  void carryOut(Plan plan) {
    sql.write(
        plan,
        FUTURE
            + """
            update events e
            set host = jsonb_build_object('cluster', p.result),
              former_hosts = e.former_hosts
                || jsonb_build_object('cluster', e.host_cluster, 'until', p.day),
              version = e.version + 1, updated_at = p.now
            from p where e.id in (select id from future)""");
  }

  /**
   * What takes place between the two days is the party's again; of what both have, the day on which
   * it changed host moves, which is no other version, for no reader of the event sees it. What
   * becomes the result's is handed over afterwards.
   */
  void correct(Plan plan) {
    sql.write(
        plan,
        """
        update events e
        set host = jsonb_build_object('cluster', e.former_hosts -> -1 ->> 'cluster'),
          former_hosts = e.former_hosts - -1, version = e.version + 1, updated_at = p.now
        from p where e.host_cluster = any(p.results) and e.last_on < p.day
          and e.former_hosts -> -1 ->> 'until' = p.former_day::text
          and (e.former_hosts -> -1 ->> 'cluster')::uuid = any(p.passing)""");
    sql.write(
        plan,
        """
        update events e
        set former_hosts = (
            select jsonb_agg(case
                when f.host ->> 'until' = p.former_day::text
                  and (f.host ->> 'cluster')::uuid = any(p.passing)
                then f.host || jsonb_build_object('until', p.day) else f.host end order by f.n)
            from jsonb_array_elements(e.former_hosts) with ordinality f(host, n))
        from p where e.former_hosts <> '[]' and p.day <> p.former_day and exists (
          select from jsonb_array_elements(e.former_hosts) f(host)
          where f.host ->> 'until' = p.former_day::text
            and (f.host ->> 'cluster')::uuid = any(p.passing))""");
  }

  /** What is still to come and is assigned to nobody. */
  List<Against> unassigned(Plan plan) {
    return sql.against(
        plan,
        """
        select 'division.unassigned-event', on_day(c.name, c.periods, 'name', p.day), e.called,
          e.starts_on, 'events', e.id
        from p join events e on e.host_cluster = any(p.passing) join clusters c on c.id = e.host_cluster
        left join placed on placed.id = e.id
        where p.division is not null and (e.last_on is null or e.last_on >= p.day)
          and (placed.target = 'LEAVES' or (placed.target is null and p.ending <> '{}'))
        order by e.called, e.id limit 20""");
  }
}
