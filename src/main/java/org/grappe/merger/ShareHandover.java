package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * The shares of events that are still to come. One with a party that does not go on ends and is
 * opened with the result, unless the result hosts the event itself or has a share of it already.
 */
@ApplicationScoped
class ShareHandover {
  private static final String STANDING =
      """
      , standing as (
        select s.id, s.event, s.convention, s.requested_on, s.accepted_on, s.answered, s.sources,
          s.statements, s.remarks, e.called as name, passes.share as is_ending,
          case when passes.share then p.result else s.cluster end
            = case when passes.event then p.result else e.host_cluster end as is_own
        from p join events e on e.last_on is null or e.last_on >= p.day
        join shares s on s.event = e.id
        cross join lateral (
          select
            s.cluster = any(p.passing) and (p.division is null or s.id in (select id from going))
              as share,
            coalesce(e.host_cluster = any(p.passing), false)
              and (p.division is null or e.id in (select id from going)) as event) passes
        where s.until is null and s.refused_on is null and (passes.share or passes.event))
      """;

  private final ActSql sql;

  ShareHandover(ActSql sql) {
    this.sql = sql;
  }

  Tally handed(Plan plan) {
    return sql.tally(plan, STANDING, "select name from standing where is_ending or is_own");
  }

  /** After the conventions, under whose continuations they stand, and before the events. */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        STANDING
            + """
            insert into shares (id, created_at, updated_at, event, cluster, convention,
              requested_on, accepted_on, answered, sources, statements, remarks)
            select distinct on (s.event) new_id(), p.now, p.now, s.event, p.result,
              coalesce(k.id, s.convention), greatest(s.requested_on, p.day),
              greatest(s.accepted_on, case when s.accepted_on is not null then p.day end),
              s.answered, s.sources, s.statements, s.remarks
            from p cross join standing s left join conventions k on k.continues = s.convention
            where s.is_ending and not s.is_own and not exists (
              select from shares o where o.event = s.event and o.cluster = p.result)
            order by s.event, s.accepted_on, s.id""");
    sql.write(
        plan,
        STANDING
            + """
            update shares s set until = p.day, version = s.version + 1, updated_at = p.now
            from p where s.id in (select id from standing where is_ending or is_own)""");
    sql.write(
        plan,
        STANDING
            + """
            update shares s
            set convention = k.id, version = s.version + 1, updated_at = p.now
            from p, conventions k
            where k.continues = s.convention
              and s.id in (select id from standing where not is_ending and not is_own)""");
  }

  /**
   * They end and begin on the other day; those of what takes place between the two days are handed
   * over afterwards, where the merger was earlier.
   */
  void correct(Plan plan) {
    sql.write(
        plan,
        """
        , ended as (
          select s.id, s.event, s.requested_on, s.accepted_on
          from p cross join lateral before_act(p.act, 'shares') b
          join shares s on s.id = b.id and s.until = p.former_day),
        opened as (
          select distinct on (s.id) s.id, e.requested_on, e.accepted_on
          from p join history h on h.act = p.act and h.record_table = 'shares'
            and h.action = 'CREATED'
          join shares s on s.id = h.record_id and s.cluster = any(p.results)
          join ended e on e.event = s.event
          order by s.id, e.accepted_on, e.id)
        update shares s
        set requested_on = case when s.requested_on = greatest(o.requested_on, p.former_day)
              then greatest(o.requested_on, p.day) else s.requested_on end,
          accepted_on = case when s.accepted_on = greatest(o.accepted_on, p.former_day)
              then greatest(o.accepted_on, p.day) else s.accepted_on end,
          version = s.version + 1, updated_at = p.now
        from p, opened o
        where s.id = o.id and (
          (s.requested_on = greatest(o.requested_on, p.former_day)
            and s.requested_on <> greatest(o.requested_on, p.day))
          or (s.accepted_on = greatest(o.accepted_on, p.former_day)
            and s.accepted_on <> greatest(o.accepted_on, p.day)))""");
    sql.write(
        plan,
        """
        update shares s set until = p.day, version = s.version + 1, updated_at = p.now
        from p cross join lateral before_act(p.act, 'shares') b
        where s.id = b.id and s.until = p.former_day and p.day <> p.former_day""");
  }

  /** Those under a convention that would not bind who has the share, or the event, from then on. */
  List<Against> unbound(Plan plan) {
    return sql.against(
        plan,
        STANDING
            + """
            select 'division.unbound-share', on_day(c.name, c.periods, 'name', p.day), s.name,
              k.title, 'shares', s.id
            from p cross join standing s join clusters c on c.id = p.result
            join conventions k on k.id = s.convention
            where p.division is not null and not s.is_own and not exists (
              select from division_conventions(p.division) d
              where d.id = s.convention and p.result = any(d.heirs))
            order by s.name, s.id limit 20""");
  }
}
