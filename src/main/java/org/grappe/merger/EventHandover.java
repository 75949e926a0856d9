package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
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
        select e.id, e.called from p join events e on e.host_cluster = any(p.ending)
        where e.last_on is null or e.last_on >= p.day)
      """;

  private final PlanSql sql;

  EventHandover(PlanSql sql) {
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
}
