package org.grappe.merger;

/**
 * Who passes from some clusters to another, as common table expressions for the statements on all
 * that goes with them.
 */
final class PassingMembers {
  /** What ends, what is in the result already, and what each organisation gets. */
  static final String MEMBERS =
      """
      , ended as (
        select m.id, m.organisation,
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)) as organisation_name,
          m.college, m."from", m.until, m.end_reason, m.continued,
          case when m.continues = '{}' then m."from"
            else member_since(m.id, m."from") end as since
        from p join memberships m on m.cluster = any(p.passing)
        where m."from" < p.day and (m.until is null or m.until > p.day)
          and (p.division is null or m.id in (select id from going))
        union all
        select m.id, m.organisation,
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)),
          m.college, m."from", null, null, null,
          case when m.continues = '{}' then m."from" else member_since(m.id, m."from") end
        from p join clusters c on c.id = any(p.taken) join memberships m on m.cluster = c.id
        where m."from" < first_day(c.dissolved_on)
          and coalesce(m.until >= first_day(c.dissolved_on), true)
          and not exists (
            select from organisations o
            where o.id = m.organisation and first_day(o.followed_on) <= p.day)
          and (p.carries_all and m.continued is not false or m.id = any(p.carried))),
      -- who was said not to go on just ends
      passing as (select * from ended where continued is not false),
      kept as (
        select m.id, m.organisation,
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)) as organisation_name
        from p join memberships m on m.cluster = p.result
        where m."from" <= p.day and (m.until is null or m.until > p.day)),
      mapping as (
        select k.college, k.target from p cross join lateral mapped_colleges(p.merger, p.day) k
        union all
        select k.college, k.target
        from p cross join lateral divided_colleges(p.division, p.result, p.day) k),
      longest as (
        select distinct on (e.organisation) e.organisation, e.organisation_name, mapping.target
        from passing e left join mapping on mapping.college = e.college
        order by e.organisation, e.since, e."from", e.id),
      grouped as (
        select organisation, array_agg(id order by "from", id) as ids,
          case when bool_or(until is null) then null else max(until) end as until,
          -- why the latest of them will end
          (array_agg(end_reason order by until desc nulls first, "from", id))[1] as end_reason
        from passing group by organisation)
      """;

  private PassingMembers() {}
}
