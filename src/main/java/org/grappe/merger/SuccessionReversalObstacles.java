package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What has been built on a succession since, so that it cannot be as if it had not been. */
@ApplicationScoped
class SuccessionReversalObstacles {
  private static final String SINCE =
      """
      , written as materialized (
        select distinct on (h.record_id) h.record_id, h.record_table, h.action, h.row
        from p join history h on h.act = p.act and h.record_table in ('memberships', 'mandates')
        order by h.record_id, h.seq desc),
      -- applications that changed their organisation are as what was made
      given as (
        select record_id, record_table, row from written
        where action = 'CREATED' or (record_table = 'memberships'
          and row ->> 'from' is null and row ->> 'until' is null)),
      changed as (
        select g.record_table, m.id
        from given g join memberships m on g.record_table = 'memberships' and m.id = g.record_id
        where exists (
          select from unnest(
            array['cluster', 'organisation', 'college', 'from', 'until', 'refused_on', 'continues']) f
          where jsonb_strip_nulls(to_jsonb(m)) -> f is distinct from g.row -> f)
        union all
        select g.record_table, m.id
        from given g join mandates m on g.record_table = 'mandates' and m.id = g.record_id
        where exists (
          select from unnest(array['organisation', 'college', 'from', 'until']) f
          where jsonb_strip_nulls(to_jsonb(m)) -> f is distinct from g.row -> f))
      select since.*, null from (
      select 'reversal.later-succession', 'organisations', o.id, on_day(s.name, s.periods, 'name', p.day)
      from p join organisations o on o.id = p.successor join organisations s on s.id = o.followed_by
      union all
      select distinct 'reversal.cluster-ended', 'clusters', c.id, on_day(c.name, c.periods, 'name', p.day)
      from p cross join lateral before_act(p.act, 'memberships') b
      join memberships m on m.id = b.id
      join clusters c on c.id = (b.row ->> 'cluster')::uuid
      where b.row ->> 'from' is not null
        -- what was said since to have ended otherwise stays so
        and (m.organisation <> p.organisation or m.end_reason = 'SUCCEEDED')
        and coalesce((b.row ->> 'until')::date > last_day(c.dissolved_on), c.dissolved_on is not null)
      union all
      -- so would those be that were entered since as ended by it
      select distinct 'reversal.cluster-ended', 'clusters', c.id, on_day(c.name, c.periods, 'name', p.day)
      from p join memberships m on m.organisation = p.organisation and m.until = p.day
        and m.end_reason = 'SUCCEEDED' and m."from" is not null
      join clusters c on c.id = m.cluster and c.dissolved_on is not null
      where m.id not in (select record_id from written)
      union all
      select 'reversal.came-back', 'memberships', m.id, organisation_called(m.organisation, p.day)
      from p cross join lateral before_act(p.act, 'memberships') b
      join memberships a on a.id = b.id and a.refused_on is null
      join memberships m on m.cluster = (b.row ->> 'cluster')::uuid
        and m.organisation = (b.row ->> 'organisation')::uuid and m.id <> a.id
        and m."from" is null and m.refused_on is null and m.until is null
      where b.row ->> 'from' is null and b.row ->> 'until' is null
      union all
      select 'reversal.changed', c.record_table, c.id, coalesce(
        (select on_day(k.name, k.periods, 'name', p.day) from memberships m join clusters k on k.id = m.cluster
          where m.id = c.id),
        (select coalesce(m.person, m.title, m.role) from mandates m where m.id = c.id))
      from p cross join changed c
      union all
      select distinct 'reversal.continued', 'memberships', m.id, organisation_called(m.organisation, p.day)
      from p cross join written w
      -- row by row, for of how many there are the planner knows nothing
      cross join lateral (select k.membership from continuations k where k.continued = w.record_id offset 0) k
      join memberships m on m.id = k.membership
      where w.action = 'CREATED' and not exists (select from history own where own.record_id = m.id and own.act = p.act)
      union all
      -- who would be a stranger again says by hand to have gone on where the organisation was
      select distinct 'reversal.continued', 'memberships', m.id, organisation_called(m.organisation, p.day)
      from p join memberships e on e.organisation = any(array(select organisations_that_became(p.organisation)))
      join continuations k on k.continued = e.id
      join memberships m on m.id = k.membership
      where m.organisation <> all (array(select organisations_that_became(p.organisation)))
        and not exists (select from history h where h.record_id = m.id and h.act = p.act
          and jsonb_exists(h.row -> 'continues', k.continued::text))
      limit 20) since""";

  private final ActSql sql;

  SuccessionReversalObstacles(ActSql sql) {
    this.sql = sql;
  }

  List<Against> all(Succession succession) {
    return sql.all(succession, SINCE, Against::reversal);
  }
}
