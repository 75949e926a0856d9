package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The members whom a merger or division handed over, when its day is corrected. */
@ApplicationScoped
class MembershipCorrection {
  /**
   * What the completion opened in the result, and what ended in the parties by it, entered late or
   * not.
   */
  private static final String WRITTEN =
      """
      , made as materialized (
        select m.id, m.cluster, m.organisation, m.organisation_name, m."from", m.until
        from p join history h on h.act = p.act and h.record_table = 'memberships'
          and h.action = 'CREATED'
        join memberships m on m.id = h.record_id
        where m.cluster = any(p.results) and m."from" is not null),
      moved as materialized (
        select m.id from p join memberships m on m.cluster = any(p.passing)
        where m."from" is not null and m.until = p.former_day and m.end_reason = p.end_reason),
      touched as materialized (
        select b.id, b.row from p cross join lateral before_act(p.act, 'memberships') b)
      """;

  private final ActSql sql;

  MembershipCorrection(ActSql sql) {
    this.sql = sql;
  }

  /** Both sides at once, so that nobody has a gap. */
  void correct(Plan plan) {
    sql.write(
        plan,
        WRITTEN
            + """
            update memberships m
            set "from" = p.day, version = m.version + 1, updated_at = p.now
            from p where m.id in (select id from made) and m."from" = p.former_day
              and p.day <> p.former_day""");
    sql.write(
        plan,
        WRITTEN
            + """
            update memberships m
            set until = p.day, version = m.version + 1, updated_at = p.now
            from p where m.id in (select id from moved) and p.day <> p.former_day""");
  }

  /** Who had not come, or had gone, by the other day: in a party, in the result. */
  List<Against> contradictions(Plan plan) {
    return sql.against(
        plan,
        WRITTEN
            + """
            , found as (
              select 'merger.later-membership' as key, m.id, m."from" as day
              from p join memberships m on m.cluster = any(p.passing)
              where m."from" >= p.day
                and (p.ending <> '{}' or m.id in (select id from moved))
              union all
              select case when p.ending = '{}' and m."from" >= p.former_day then 'division.begun-between'
                  when m.until is null then 'division.stayed'
                  else 'merger.ended-later' end, m.id,
                case when p.ending = '{}' and m."from" >= p.former_day then m."from" else m.until end
              from p join memberships m on m.cluster = any(p.passing)
              where m."from" < p.day and coalesce(m.until > p.day, true)
                and m.id not in (select id from moved)
                and (p.ending <> '{}' or m.id in (select id from placed))
              union all
              select 'merger.ends-before', t.id, (t.row ->> 'until')::date
              from p join touched t on (t.row ->> 'until')::date <= p.day
              where t.id in (select id from moved)
                and t.row ->> 'end_reason' is distinct from p.end_reason
              union all
              select 'merger.ends-before', k.id, k.until from p join made k on k.until <= p.day
              union all
              select 'merger.begun-otherwise', k.id, k."from"
              from p join made k on k."from" <> p.former_day and k."from" < p.day
              union all
              select 'merger.other-membership', m.id, m."from"
              from p join memberships m on m.cluster = any(p.results) and m."from" is not null
              join made k on k.cluster = m.cluster and k.organisation = m.organisation
                and k.id <> m.id
                and k."from" = p.former_day and coalesce(k.until > p.day, true)
              where m."from" < coalesce(k.until, 'infinity')
                and coalesce(m.until, 'infinity') > p.day
              union all
              select 'merger.other-membership', m.id, m."from"
              from p join memberships e on e.id in (select id from moved)
              join memberships m on m.cluster = e.cluster and m.organisation = e.organisation and m.id <> e.id
              where m."from" >= p.former_day and m."from" < p.day and p.ending = '{}'
              union all
              select 'merger.succeeded-before', m.id, first_day(o.followed_on)
              from p join memberships m on m.id in (select id from moved)
              join organisations o on o.id = m.organisation
              where first_day(o.followed_on) < p.day and p.day > p.former_day
                and m.id not in (
                  select k.continued from continuations k where k.membership in (select id from made))
              union all
              select 'merger.no-member-then', m.id, case when m."from" > p.day then m."from"
                else m.until end
              from p join memberships m on m.cluster = any(p.results)
              join touched t on t.id = m.id and t.row ->> 'from' is not null
              where (m."from" > p.day or m.until <= p.day) and m.id not in (select id from made))
            select f.key, on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)),
              f.day::text, 'memberships', m.id
            from p cross join found f join memberships m on m.id = f.id join clusters c on c.id = m.cluster
            order by 1, 3, 6 limit 20""");
  }
}
