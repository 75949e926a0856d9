package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/** The offices of parties that do not go on: they close there and open at the result. */
@ApplicationScoped
class OfficeHandover {
  private static final String OPEN =
      """
      , open as (
        select o.id, o.city, o.territory, o.place, o.address, o.planned_for, o.opened_on, o.closed_on,
          o.sources, o.statements, o.remarks
        from p join offices o on o.cluster = any(p.passing)
        where (o.closed_on is null or last_day(o.closed_on) > last_day(p.effective))
          and (p.division is null or o.id in (select id from going)))
      """;

  private final ActSql sql;

  OfficeHandover(ActSql sql) {
    this.sql = sql;
  }

  Tally handed(Plan plan) {
    return sql.tally(plan, OPEN, "select coalesce(city, territory) as name from open");
  }

  /** What was to open on the day or later never did at the party: it closes there unopened. */
  private static final String OPENED =
      "case when first_day(h.opened_on) < last_day(p.effective) then h.opened_on end";

  /** One that is planned still is planned by the result, and closes when it would have. */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        OPEN
            + """
            , opened as (
              insert into offices (id, created_at, updated_at, cluster, city, territory, place,
                address, planned_for, opened_on, closed_on, sources, statements, remarks, continues)
              select new_id(), p.now, p.now, p.result, o.city, o.territory, o.place, o.address,
                o.planned_for,
                case when first_day(o.opened_on) <= last_day(p.effective) then p.effective
                  else o.opened_on end,
                o.closed_on, o.sources, o.statements, o.remarks, o.id
              from p, open o where p.result is not null returning id)
            update offices o
            set closed_on = p.effective, opened_on = %s, version = o.version + 1, updated_at = p.now
            from p, open h where o.id = h.id"""
                .formatted(OPENED));
  }

  /** What was handed over, and when each would have closed without the merger. */
  private static final String HANDED =
      """
      , handed as (
        select o.id, coalesce(o.opened_on, b.row ->> 'opened_on') as opened_on,
          b.row ->> 'closed_on' as closed_on
        from p cross join lateral before_act(p.act, 'offices') b
        join offices o on o.id = b.id and o.cluster = any(p.passing) and o.closed_on = p.former)
      """;

  void correct(Plan plan) {
    sql.write(
        plan,
        HANDED
            + """
            , days as (
              select k.id,
                case when first_day(h.opened_on) <= last_day(p.former) then p.former
                  else h.opened_on end as told,
                case when first_day(h.opened_on) <= last_day(p.effective) then p.effective
                  else h.opened_on end as day
              from p cross join handed h join offices k on k.continues = h.id)
            update offices o
            set opened_on = d.day, version = o.version + 1, updated_at = p.now
            from p, days d
            where o.id = d.id and o.opened_on = d.told and o.opened_on <> d.day""");
    sql.write(
        plan,
        HANDED
            + """
            update offices o
            set closed_on = p.effective, opened_on = %s, version = o.version + 1, updated_at = p.now
            from p, handed h where o.id = h.id"""
                .formatted(OPENED));
  }

  /** One that opened or closed between the two days would have been handed over, or would not. */
  List<Against> contradictions(Plan plan) {
    return sql.against(
        plan,
        HANDED
            + """
            , found as (
              select 'merger.office-closes' as key, h.id, h.closed_on as day
              from p join handed h on last_day(h.closed_on) <= last_day(p.effective)
              union all
              select 'merger.office-closes', o.id, o.closed_on
              from p cross join handed h join offices o on o.continues = h.id
              where last_day(o.closed_on) <= p.day
              union all
              select 'merger.office-closed-later', o.id, o.closed_on
              from p join offices o on o.cluster = any(p.passing)
              where o.id not in (select id from handed)
                and (p.ending <> '{}' or o.id in (select id from placed))
                and last_day(o.closed_on) > last_day(p.effective)
                and last_day(o.closed_on) <= last_day(p.former)
              union all
              select 'merger.later-office', o.id, o.opened_on
              from p join offices o on o.cluster = any(p.ending)
              where o.id not in (select id from handed)
                and first_day(o.opened_on) >= last_day(p.effective)
                and coalesce(last_day(o.closed_on) > first_day(o.opened_on), true))
            select f.key, on_day(c.name, c.periods, 'name', p.day), coalesce(o.city, o.territory), f.day, 'offices', o.id
            from p cross join found f join offices o on o.id = f.id join clusters c on c.id = o.cluster
            limit 20""");
  }
}
