package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What has been built on a merger since, so that it cannot be as if it had not been. */
@ApplicationScoped
class ReversalObstacles {
  private static final String SINCE =
      """
      , written as materialized (
        select h.record_id, h.record_table, h.seq, h.action, h.row from p join history h on h.act = p.act),
      act as (select min(seq) as first from written),
      made as materialized (
        select record_id, record_table from written where action = 'CREATED'),
      -- applications that changed their cluster are as what was made
      passed as materialized (
        select record_id, record_table from made
        union
        select b.id, 'memberships' from p cross join lateral before_act(p.act, 'memberships') b
        where b.row ->> 'from' is null and b.row ->> 'until' is null and exists (
          select from written w where w.record_id = b.id and w.row ->> 'until' is null)),
      handed as materialized (
        select distinct record_id as id from written where record_table = 'events'),
      -- what the act said of each field at last; others may have written others in between
      said as (
        select w.record_id, w.record_table, f.name, w.seq, w.row -> f.name as value
        from (
          select w.*, row_number() over (partition by w.record_id order by w.seq) as nth, (
            select b.row from history b where b.record_id = w.record_id and b.seq < w.seq
            order by b.seq desc limit 1) as before
          from written w
          where w.record_table = 'events' or w.record_id in (select record_id from passed)) w
        cross join unnest(
          array['cluster', 'organisation', 'college', 'from', 'until', 'refused_on', 'opened_on', 'closed_on', 'host']) f(name)
        where (w.nth = 1 or w.before -> f.name is distinct from w.row -> f.name)
          -- what was made late may have ended already, by a later act
          and (f.name <> 'until' or w.nth > 1
            or coalesce(w.row ->> 'end_reason' not in ('MERGED', 'DIVIDED', 'SUCCEEDED', 'DISSOLVED'), true))),
      last as materialized (
        select distinct on (record_id, name) record_id, record_table, name, value
        from said order by record_id, name, seq desc),
      changed as (
        select l.record_table, l.record_id from last l join memberships m on m.id = l.record_id
        where l.record_table = 'memberships'
          and jsonb_strip_nulls(to_jsonb(m)) -> l.name is distinct from l.value
        union
        select l.record_table, l.record_id from last l join offices o on o.id = l.record_id
        where l.record_table = 'offices'
          and jsonb_strip_nulls(to_jsonb(o)) -> l.name is distinct from l.value
        union
        select l.record_table, l.record_id from last l join conventions k on k.id = l.record_id
        where l.record_table = 'conventions'
          and jsonb_strip_nulls(to_jsonb(k)) -> l.name is distinct from l.value
        union
        select l.record_table, l.record_id from last l join events e on e.id = l.record_id
        where l.record_table = 'events' and l.name = 'host' and e.host is distinct from l.value),
      -- to which things would come back, or in which what was made ended
      dissolved as (
        select c.id, on_day(c.name, c.periods, 'name', p.day) as name,
          case when b.id is null then c.dissolved_on else b.row ->> 'dissolved_on' end as day
        from p join clusters c on c.id = any(p.passing)
        left join before_act(p.act, 'clusters') b on b.id = c.id
        where b.id is not null or (c.followed_by is null and c.divided_into = '{}')
        union all
        select c.id, on_day(c.name, c.periods, 'name', p.day), c.dissolved_on
        from p join clusters c on c.id = any(p.results)
        where c.followed_by is null and c.divided_into = '{}' and exists (select from changed))
      """;

  private static final String BUILT =
      """
      select 'reversal.dissolved', 'clusters', d.id, d.name, d.day from dissolved d where d.day is not null
      union all
      select since.*, null from (
      select 'reversal.later-merger', 'mergers', g.id, merger_name(g.parties, p.day)
      from p join mergers g on g.id <> p.merger and g.effective_on is not null
        and (p.results || p.passing) && (g.parties || g.result)
      where first_day(g.effective_on) > p.day or (first_day(g.effective_on) = p.day and (
        select min(h.seq) from history h where h.act = g.completion) > (select first from act))
      union all
      select 'reversal.later-division', 'divisions', g.id, merger_name(array[g.cluster], p.day)
      from p join divisions g on g.id <> p.merger and g.effective_on is not null
        and (p.results || p.passing) && (g.cluster || g.results)
      where first_day(g.effective_on) > p.day or (first_day(g.effective_on) = p.day and (
        select min(h.seq) from history h where h.act = g.completion) > (select first from act))
      union all
      select distinct 'reversal.later-succession', 'organisations', o.id, on_day(o.name, o.periods, 'name', p.day)
      from p cross join lateral before_act(p.act, 'memberships') b
      join memberships m on m.id = b.id
      join organisations o on o.id = (b.row ->> 'organisation')::uuid and o.followed_by is not null
      where b.row ->> 'from' is not null
        -- what was said since to have ended otherwise stays so
        and (m.cluster <> all(p.passing) or m.end_reason = p.end_reason)
        and coalesce((b.row ->> 'until')::date > first_day(o.followed_on), true)
      union all
      select distinct 'reversal.came-back', 'memberships', m.id,
        coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
      from p join memberships e on e.cluster = any(p.passing || p.results) and e.end_reason = p.end_reason
        and case when e.cluster = any(p.passing) then e.until = p.day
          else e."from" is null and e.until = greatest(e.applied_on, p.day) end
      join memberships m on m.cluster = e.cluster and m.organisation = e.organisation and m.id <> e.id
        and m.refused_on is null and case when e."from" is null then m."from" is null and m.until is null
          else m."from" >= p.day and m."from" < coalesce(
            (select (b.row ->> 'until')::date from before_act(p.act, 'memberships') b where b.id = e.id),
            'infinity') end
      union all
      -- an application that moved goes back, too
      select distinct 'reversal.came-back', 'memberships', m.id,
        coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
      from p cross join lateral before_act(p.act, 'memberships') b
      join memberships a on a.id = b.id and a.refused_on is null
      join memberships m on m.cluster = (b.row ->> 'cluster')::uuid and m.organisation = a.organisation
        and m.id <> a.id and m."from" is null and m.refused_on is null and m.until is null
      where b.row ->> 'from' is null and b.row ->> 'until' is null and a.cluster <> m.cluster
      union all
      select 'reversal.college-used', 'memberships', m.id,
        coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
      from p cross join made join memberships m on m.college = made.record_id
      where made.record_table = 'colleges' and m.id not in (select record_id from passed)
      union all
      select 'reversal.college-used', 'mandates', m.id, coalesce(m.person, m.title, m.role)
      from made join mandates m on m.college = made.record_id
      where made.record_table = 'colleges'
      union all
      select distinct 'reversal.continued', 'memberships', m.id,
        coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
      from p cross join made
      -- row by row, for of how many there are the planner knows nothing
      cross join lateral (select k.membership from continuations k where k.continued = made.record_id offset 0) k
      join memberships m on m.id = k.membership
      where not exists (select from history own where own.record_id = m.id and own.act = p.act)
      union all
      select 'reversal.without-founding', 'memberships', m.id,
        coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
      from p cross join lateral before_act(p.act, 'clusters') b
      join memberships m on m.cluster = b.id and m."from" is not null
      where b.id = any(p.results) and not jsonb_exists(b.row, 'founded_on') and jsonb_exists(b.row, 'announced_on')
        and m.id not in (select record_id from made)
      union all
      select 'reversal.changed', c.record_table, c.record_id, coalesce(
        (select coalesce(m.organisation_name, organisation_called(m.organisation, p.day))
          from memberships m where m.id = c.record_id),
        (select coalesce(city, territory) from offices where id = c.record_id),
        (select title from conventions where id = c.record_id),
        (select called from events where id = c.record_id))
      from p cross join changed c
      union all
      select distinct 'reversal.shared', 'shares', s.id, e.called
      from handed join shares s on s.event = handed.id join events e on e.id = s.event
      join history h on h.record_id = s.id and h.seq > (select first from act) and h.act is null
      where h.action = 'CREATED'
        or jsonb_build_array(h.row -> 'accepted_on', h.row -> 'refused_on') <> (
          select jsonb_build_array(b.row -> 'accepted_on', b.row -> 'refused_on') from history b
          where b.record_id = h.record_id and b.seq < h.seq order by b.seq desc limit 1)
      union all
      select 'reversal.shared', 'shares', s.id, e.called
      from made join shares s on s.convention = made.record_id join events e on e.id = s.event
      where made.record_table = 'conventions' and s.id not in (select record_id from written)
      union all
      select distinct 'reversal.registered', 'registrations', r.id, e.called
      from handed join registrations r on r.event = handed.id join events e on e.id = r.event
      join history h on h.record_id = r.id and h.seq > (select first from act)
        and h.action = 'CREATED'
      limit 20) since""";

  private final ActSql sql;

  ReversalObstacles(ActSql sql) {
    this.sql = sql;
  }

  List<Against> all(Plan plan) {
    return sql.all(plan, SINCE + BUILT, Against::reversal);
  }
}
