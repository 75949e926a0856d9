package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.merger.MergerOutcome.Tally;

/** The offices of parties that do not go on: they close there and open at the result. */
@ApplicationScoped
class OfficeHandover {
  private static final String OPEN =
      """
      , open as (
        select o.id, o.city, o.territory, o.place, o.address, o.planned_for, o.opened_on, o.sources,
          o.statements, o.remarks
        from p join offices o on o.cluster = any(p.ending)
        where o.closed_on is null or last_day(o.closed_on) > last_day(p.effective))
      """;

  private final PlanSql sql;

  OfficeHandover(PlanSql sql) {
    this.sql = sql;
  }

  Tally handed(Plan plan) {
    return sql.tally(plan, OPEN, "select coalesce(city, territory) as name from open");
  }

  /** One that is planned still is planned by the result. */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        OPEN
            + """
            , opened as (
              insert into offices (id, created_at, updated_at, cluster, city, territory, place,
                address, planned_for, opened_on, sources, statements, remarks, continues)
              select new_id(), p.now, p.now, p.result, o.city, o.territory, o.place, o.address,
                o.planned_for,
                case when first_day(o.opened_on) <= last_day(p.effective) then p.effective
                  else o.opened_on end,
                o.sources, o.statements, o.remarks, o.id
              from p, open o returning id)
            update offices o
            set closed_on = p.effective, version = o.version + 1, updated_at = p.now
            from p where o.id in (select id from open)""");
  }
}
