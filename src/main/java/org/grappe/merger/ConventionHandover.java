package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * The conventions that bind parties that do not go on: they end there and are opened anew with the
 * result in their place. One that would be left with a single party just ends.
 */
@ApplicationScoped
class ConventionHandover {
  private static final String BOUND =
      """
      , heirs as (
        select k.id, array[p.result] as heirs from p join conventions k on k.parties && p.ending
        where p.division is null
        union all
        select d.id, d.heirs from p cross join lateral division_conventions(p.division) d),
      bound as (
        select k.id, k.title, k.covers, k.series, k.signings, k.until, k.sources, k.statements, k.remarks,
          replaced.parties as next
        from p cross join heirs join conventions k on k.id = heirs.id
        cross join lateral (
          select coalesce(array_agg(party order by n, i), '{}') as parties from (
            select party, min(n) as n, min(i) as i from (
              select one as party, n, 0 as i from unnest(k.parties) with ordinality party(one, n)
              where one <> all(p.passing)
              union all
              select heir, n, i from unnest(k.parties) with ordinality party(one, n)
              cross join unnest(heirs.heirs) with ordinality heir(heir, i)
              where one = any(p.passing)) each
            group by party) whole) replaced
        where convention_status(k.signed_on, k.begins_on, k.until, p.day - 1) = 'IN_FORCE'
          and (k.until is null or last_day(k.until) > last_day(p.effective)))
      """;

  private final ActSql sql;

  ConventionHandover(ActSql sql) {
    this.sql = sql;
  }

  Tally handed(Plan plan) {
    return sql.tally(plan, BOUND, "select title as name from bound");
  }

  void carryOut(Plan plan) {
    sql.write(
        plan,
        BOUND
            + """
            , opened as (
              insert into conventions (id, created_at, updated_at, title, parties, covers, series,
                signings, "from", until, continues, sources, statements, remarks)
              select new_id(), p.now, p.now, b.title, b.next, b.covers, b.series, b.signings,
                p.effective, b.until, b.id, b.sources, b.statements, b.remarks
              from p, bound b where cardinality(b.next) >= 2 returning id)
            update conventions k
            set until = p.effective, version = k.version + 1, updated_at = p.now
            from p where k.id in (select id from bound)""");
  }

  /** What was handed over, as it was before. */
  private static final String HANDED =
      """
      , handed as (
        select k.id, k.title, k.signed_on, k.begins_on, b.row ->> 'until' as until
        from p cross join lateral before_act(p.act, 'conventions') b
        join conventions k on k.id = b.id and k.until = p.former)
      """;

  void correct(Plan plan) {
    sql.write(
        plan,
        HANDED
            + """
            update conventions k
            set "from" = p.effective, version = k.version + 1, updated_at = p.now
            from p where k.continues in (select id from handed) and k."from" = p.former""");
    sql.write(
        plan,
        HANDED
            + """
            update conventions k
            set until = p.effective, version = k.version + 1, updated_at = p.now
            from p where k.id in (select id from handed)""");
  }

  /** One that began or ended between the two days would have been handed over, or would not. */
  List<Against> contradictions(Plan plan) {
    return sql.against(
        plan,
        HANDED
            + """
            , found as (
              select 'merger.convention-begins' as key, h.id, h.title, h.begins_on as day
              from p join handed h on coalesce(first_day(h.begins_on) >= p.day, true)
              union all
              select 'merger.convention-ends', h.id, h.title, h.until
              from p join handed h on last_day(h.until) <= last_day(p.effective)
              union all
              select 'merger.convention-ends', k.id, k.title, k.until
              from p cross join handed h join conventions k on k.continues = h.id
              where last_day(k.until) <= p.day
              union all
              select 'merger.convention-ends-later', k.id, k.title, k.until
              from p join conventions k on k.parties && p.passing
                and (p.ending <> '{}' or k.id in (select d.id from division_conventions(p.division) d))
              where k.id not in (select id from handed)
                and first_day(k.begins_on) < p.day and last_day(k.until) > last_day(p.effective)
                and last_day(k.until) <= last_day(p.former)
              union all
              select 'merger.convention-begins-before', k.id, k.title, k.begins_on
              from p join conventions k on k.parties && p.passing
                and (p.ending <> '{}' or k.id in (select d.id from division_conventions(p.division) d))
              where k.id not in (select id from handed)
                and first_day(k.begins_on) >= p.former_day and first_day(k.begins_on) < p.day
                and coalesce(last_day(k.until) > last_day(p.effective), true))
            select f.key, f.title, null, f.day, 'conventions', f.id from found f limit 20""");
  }
}
