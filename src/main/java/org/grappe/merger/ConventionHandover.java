package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * The conventions that bind parties that do not go on: they end there and are opened anew with the
 * result in their place. One that would be left with a single party just ends.
 */
@ApplicationScoped
class ConventionHandover {
  private static final String BOUND =
      """
      , bound as (
        select k.id, k.title, k.covers, k.series, k.signings, k.until, k.sources, k.statements, k.remarks,
          replaced.parties as next
        from p join conventions k on k.parties && p.ending
        cross join lateral (
          select array_agg(party order by n) as parties from (
            select case when one = any(p.ending) then p.result else one end as party, min(n) as n
            from unnest(k.parties) with ordinality party(one, n) group by 1) each) replaced
        where convention_status(k.signed_on, k.begins_on, k.until, p.day - 1) = 'IN_FORCE'
          and (k.until is null or last_day(k.until) > last_day(p.effective)))
      """;

  private final PlanSql sql;

  ConventionHandover(PlanSql sql) {
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
}
