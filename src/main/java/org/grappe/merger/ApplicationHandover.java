package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * Undecided applications to parties that do not go on: they become applications to the result, two
 * of one organisation one; who is its member already applies no longer.
 */
@ApplicationScoped
class ApplicationHandover {
  /** Those that there are, and the one that each organisation goes on with. */
  static final String APPLICATIONS =
      MembershipHandover.MEMBERS
          + """
          , applied as (
            select a.id, a.organisation,
              coalesce(a.organisation_name, organisation_called(a.organisation, p.day))
                as organisation_name,
              a.college, a.applied_on, a.sources, a.statements, a.remarks
            from p join memberships a on a.cluster = any(p.passing)
            where (p.division is null or a.id in (select id from going)) and a."from" is null and a.refused_on is null and a.until is null
              and (p.readable is null or a.cluster = any(p.readable))),
          first as (
            select distinct on (a.organisation) a.id, a.organisation, a.organisation_name,
              a.applied_on, a.sources, a.statements, a.remarks, mapping.target
            from p cross join applied a left join mapping on mapping.college = a.college
            where p.result is not null and a.organisation not in (select organisation from passing)
              and a.organisation not in (select organisation from kept)
              and not exists (
                select from memberships m
                where m.cluster = p.result and m.organisation = a.organisation
                  and (p.readable is null or m.cluster = any(p.readable))
                  and (m."from" is null and m.refused_on is null and m.until is null))
            order by a.organisation, a.applied_on, a.id)
          """;

  private final PlanSql sql;

  ApplicationHandover(PlanSql sql) {
    this.sql = sql;
  }

  Tally handed(Plan plan) {
    return sql.tally(plan, APPLICATIONS, "select organisation_name as name from first");
  }

  /**
   * Before the memberships pass. One that was filed on or after the day moves, for by then the
   * party was no more; an earlier one ends there and is opened anew.
   */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        APPLICATIONS
            + """
            , moved as (
              update memberships m set cluster = p.result, college = first.target,
                version = m.version + 1, updated_at = p.now
              from p, first where m.id = first.id and m.applied_on >= p.day returning m.id),
            opened as (
              insert into memberships (id, created_at, updated_at, cluster, organisation,
                organisation_name, college, applied_on, sources, statements, remarks)
              select new_id(), p.now, p.now, p.result, f.organisation, f.organisation_name,
                f.target, f.applied_on, f.sources, f.statements, f.remarks
              from p, first f where f.applied_on < p.day returning id)
            update memberships m set until = p.day, end_reason = p.end_reason,
              version = m.version + 1, updated_at = p.now
            from p, applied a
            where m.id = a.id and a.applied_on < p.day""");
    sql.write(
        plan,
        MembershipHandover.MEMBERS
            + """
            -- who had applied to the result and becomes its member applies no longer
            update memberships m set until = greatest(m.applied_on, p.day), end_reason = p.end_reason,
              version = m.version + 1, updated_at = p.now
            from p where m.cluster = p.result and m."from" is null and m.refused_on is null
              and m.until is null and m.organisation in (select organisation from passing)""");
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
