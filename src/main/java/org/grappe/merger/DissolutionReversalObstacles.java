package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.grappe.cluster.ClusterRevived;
import org.grappe.database.Database;

/** What leaves no room for what a dissolution ended, so that it cannot be as it was. */
@ApplicationScoped
class DissolutionReversalObstacles {
  private static final String SINCE =
      """
      with ended as materialized (
        select h.record_id, h.row as written, (
          select b.row from history b where b.record_id = h.record_id and b.seq < h.seq
          order by b.seq desc limit 1) as before
        from dissolution_writes(?) w(seq) join history h using (seq)
        where h.record_table in ('memberships', 'events') and h.action = 'CHANGED'),
      back as (
        select m.id, m.cluster, m.organisation, m."from", (e.before ->> 'until')::date as until
        -- row by row, for of how many there are the planner knows nothing
        from ended e cross join lateral (
          select s.id, s.cluster, s.organisation, s."from", s.until, s.refused_on, s.end_reason
          from memberships s where s.id = e.record_id offset 0) m
        where m.until = (e.written ->> 'until')::date and m.refused_on is null
          and m.end_reason is not distinct from e.written ->> 'end_reason'
        union all
        -- what was entered later as ended by it
        select m.id, m.cluster, m.organisation, m."from", null
        from memberships m
        where m.cluster = ? and m.end_reason = 'DISSOLVED' and m.refused_on is null
          and m.id not in (select record_id from ended))
      select 'reversal.later-succession', 'organisations', o.id,
        on_day(o.name, o.periods, 'name', first_day(o.followed_on)), null
      from back b join organisations o on o.id = b.organisation and o.followed_by is not null
      where coalesce(b.until > first_day(o.followed_on), true)
      union
      select 'reversal.came-back', 'memberships', m.id,
        coalesce(m.organisation_name, organisation_called(m.organisation, m."from")), null
      -- by each organisation: by the cluster, all of its members would be read for each of them
      from back b cross join lateral (
        select s.id, s.cluster, s.organisation, s.organisation_name, s."from", s.until, s.refused_on
        from memberships s where s.organisation = b.organisation offset 0) m
      where m.cluster = b.cluster and m.id <> b.id and m.refused_on is null and case when b."from" is null
        then b.until is null and m."from" is null and m.until is null
        else m."from" < coalesce(b.until, 'infinity') and coalesce(m.until, 'infinity') > b."from" end
      union
      select 'reversal.host-ended', 'events', e.id, e.called, c.dissolved_on
      from ended x cross join lateral (
        select s.id, s.called, s.first_on, s.host_cluster
        from events s where s.id = x.record_id offset 0) e
      join clusters c on c.id = e.host_cluster
      where last_day(c.dissolved_on) <= e.first_on and c.id <> ?
      order by 1, 4, 3 limit 20""";

  private static final String ENDED_BY =
      """
      select 'reversal.ended-by', 'mergers', g.id, merger_name(g.parties, first_day(c.followed_on)), g.effective_on
      from clusters c join mergers g on g.result = c.followed_by and g.effective_on = c.followed_on
        and c.id = any(g.parties)
      where c.id = ?
      union all
      select 'reversal.ended-by', 'divisions', d.id, merger_name(array[d.cluster], first_day(d.effective_on)), d.effective_on
      from divisions d where d.cluster = ? and d.kind = 'SPLIT' and d.effective_on is not null""";

  private final Database database;
  private final ObstacleList list;

  DissolutionReversalObstacles(Database database, ObstacleList list) {
    this.database = database;
    this.list = list;
  }

  /**
   * Ends the request if there is any.
   *
   * @throws org.grappe.problem.Problem {@code reversal-blocked}, with all as {@code obstacles}
   */
  void raise(@Observes ClusterRevived revived) {
    list.raise(
        database.all(ENDED_BY, Against::reversal, List.of(revived.cluster(), revived.cluster())));
    list.raise(
        database.all(
            SINCE,
            Against::reversal,
            List.of(revived.cluster(), revived.cluster(), revived.cluster())));
  }
}
