package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The applications that a merger or division handed over, when its day is corrected. */
@ApplicationScoped
class ApplicationCorrection {
  private final ActSql sql;

  ApplicationCorrection(ActSql sql) {
    this.sql = sql;
  }

  /** Those that the merger ended end on the other day; what they became stays as it is. */
  void correct(Plan plan) {
    sql.write(
        plan,
        """
        update memberships m
        set until = p.day, version = m.version + 1, updated_at = p.now
        from p where m.cluster = any(p.passing) and m."from" is null and m.until = p.former_day
          and m.end_reason = p.end_reason and p.day <> p.former_day""");
    sql.write(
        plan,
        """
        update memberships m
        set until = greatest(m.applied_on, p.day), version = m.version + 1, updated_at = p.now
        from p cross join lateral before_act(p.act, 'memberships') b
        where m.id = b.id and m.cluster = any(p.results) and m."from" is null
          and b.row ->> 'until' is null and m.until = greatest(m.applied_on, p.former_day)
          and m.until <> greatest(m.applied_on, p.day)""");
  }

  /**
   * One that would have been handed over otherwise on the other day: it was filed between the two,
   * was decided since by itself, or who filed it was a member of the result on one of them alone.
   */
  List<Against> contradictions(Plan plan) {
    return sql.against(
        plan,
        """
        , handed as materialized (
          select b.id, (b.row ->> 'organisation')::uuid as organisation, a.cluster
          from p cross join lateral before_act(p.act, 'memberships') b
          left join memberships a on a.id = b.id
          where b.row ->> 'from' is null and (b.row ->> 'cluster')::uuid = any(p.passing)),
        changed as materialized (
          select m.id from p join memberships m on m.cluster = any(p.passing)
          where m.id in (select id from handed) and m."from" is null
            and (m.refused_on is not null or m.until is distinct from p.former_day
              or m.end_reason is distinct from p.end_reason)),
        found as (
          select 'merger.application-changed' as key, c.id, m.applied_on as day
          from changed c join memberships m on m.id = c.id
          union all
          select 'merger.later-application', m.id, m.applied_on
          from p join memberships m on m.cluster = any(p.passing)
          where m."from" is null and m.refused_on is null and (m.applied_on >= p.day
            or m.until > p.day
              and (m.until <> p.former_day or m.end_reason is distinct from p.end_reason))
            and (p.ending <> '{}' or m.until = p.former_day and m.end_reason = p.end_reason)
            and m.id not in (select id from changed)
          union all
          select 'merger.earlier-application', m.id, m.applied_on
          from p join memberships m on m.cluster = any(p.results)
          where m.id in (select id from handed) and m.applied_on < p.day
          union all
          select case when m."from" <= least(p.day, p.former_day) then 'merger.ends-before'
              else 'merger.other-membership' end, m.id,
            case when m."from" <= least(p.day, p.former_day) then m.until else m."from" end
          from p join memberships m on m.cluster = any(p.results)
          where daterange(m."from", m.until) @> p.day <> daterange(m."from", m.until) @> p.former_day
            and m."from" is not null
            and exists (
              select from handed a
              where a.organisation = m.organisation and a.id <> m.id
                and (p.division is null or a.cluster = m.cluster
                  or (a.id, m.cluster::text) in (select placed.id, placed.target from placed)))
            -- what the completion opened moves with the day
            and not exists (
              select from history h
              where h.record_id = m.id and h.act = p.act and h.action = 'CREATED'))
        select f.key, on_day(c.name, c.periods, 'name', p.day),
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), f.day::text,
          'memberships', m.id
        from p cross join found f join memberships m on m.id = f.id
        join clusters c on c.id = m.cluster
        order by 1, 3, 6 limit 20""");
  }
}
