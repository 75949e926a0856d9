package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The shares of events that were to come on the day that was told first, and are past on the right
 * one: nobody handed them over, so they are what they were before.
 */
@ApplicationScoped
class SharesGivenBack {
  private static final String MEANTIME =
      """
      , meantime as (
        select e.id, e.called, e.last_on from p join events e on e.last_on >= p.former_day and e.last_on < p.day)
      """;

  private final ActSql sql;

  SharesGivenBack(ActSql sql) {
    this.sql = sql;
  }

  /** Before the others move to the other day. */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        MEANTIME
            + """
            delete from shares s using p, history h
            where h.act = p.act and h.record_table = 'shares' and h.action = 'CREATED'
              and s.id = h.record_id and s.event in (select id from meantime)""");
    sql.write(
        plan,
        MEANTIME
            + """
            , was as (
              select b.id, (b.row ->> 'until')::date as until, (b.row ->> 'convention')::uuid as convention
              from p cross join lateral before_act(p.act, 'shares') b)
            update shares s
            set until = w.until, convention = w.convention, version = s.version + 1, updated_at = p.now
            from p, was w
            where s.id = w.id and s.event in (select id from meantime)
              and (s.until is distinct from w.until or s.convention <> w.convention)""");
  }

  /** Those that somebody has asked for, answered or moved since. */
  List<Against> contradictions(Plan plan) {
    return sql.against(
        plan,
        MEANTIME
            + """
            select distinct 'merger.shared-event', on_day(c.name, c.periods, 'name', p.day), e.called, e.last_on::text,
              'events', e.id
            from p cross join meantime e join shares s on s.event = e.id join clusters c on c.id = p.results[1]
            join history h on h.record_id = s.id and h.act is distinct from p.act
              and h.seq > (select min(w.seq) from history w where w.act = p.act)
            where (s.cluster = any(p.results || p.passing)
                or exists (select from history w where w.act = p.act and w.record_id = any(array[s.id, e.id])))
              and (h.action = 'CREATED' or jsonb_build_array(h.row -> 'requested_on', h.row -> 'accepted_on',
                  h.row -> 'refused_on', h.row -> 'until', h.row -> 'convention') <> (
                select jsonb_build_array(b.row -> 'requested_on', b.row -> 'accepted_on',
                  b.row -> 'refused_on', b.row -> 'until', b.row -> 'convention')
                from history b where b.record_id = h.record_id and b.seq < h.seq order by b.seq desc limit 1))
            limit 20""");
  }
}
