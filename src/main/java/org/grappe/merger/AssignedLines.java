package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Money stays with who had it; lines that were assigned to a result since are what a correction has
 * to mind, and a reversal to give back.
 */
@ApplicationScoped
class AssignedLines {
  /**
   * Steps that hold their places and assign a line of a party, or of who led to it, to a result.
   */
  private static final String ASSIGNED =
      """
      , assigned as materialized (
        select l.id, l.purpose, h.cluster as heir, s.step, s.n
        from p join subsidy_heirs h on h.cluster = any(p.results)
        join subsidy_lines l on l.id = h.line
        cross join lateral jsonb_array_elements(l.steps) with ordinality s(step, n)
        where s.step ->> 'assignedTo' = h.cluster::text
          and not exists (
            select from jsonb_array_elements(l.steps) c(step)
            where c.step ->> 'corrects' = s.step ->> 'id')
          and exists (
            select from unnest(p.passing || p.taken) g(id)
            cross join lateral predecessors_by(g.id, 'infinity') led(id)
            where led.id = l.cluster))
      """;

  private final ActSql sql;

  AssignedLines(ActSql sql) {
    this.sql = sql;
  }

  /** A line is the result's from the day of effect on at the earliest. */
  List<Against> contradictions(Plan plan) {
    return sql.against(
        plan,
        ASSIGNED
            + """
            select 'merger.line-assigned', on_day(c.name, c.periods, 'name', p.day), a.purpose,
              a.step ->> 'on', 'subsidy-lines', a.id
            from p cross join assigned a join clusters c on c.id = a.heir
            where last_day(a.step ->> 'on') < first_day(p.effective)
              and last_day(a.step ->> 'on') >= p.former_day
            limit 20""");
  }

  /**
   * Once it is undone, a line is whose it was: each step that assigned it to who is no successor
   * any more is corrected by one that says the same of all else.
   */
  void giveBack(Plan plan) {
    sql.write(
        plan,
        ASSIGNED
            + """
            , corrections as (
              select a.id, jsonb_agg(a.step - 'assignedTo' || jsonb_build_object('id', new_id(),
                'at', to_char(p.now at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'corrects', a.step -> 'id') order by a.n) as steps
              from p cross join assigned a join subsidy_lines l on l.id = a.id
              where not exists (
                select from predecessors_by(
                  a.heir, coalesce(last_day(a.step ->> 'on'), p.today)) led(id)
                where led.id = l.cluster)
              group by a.id)
            update subsidy_lines l
            set steps = l.steps || c.steps, version = l.version + 1, updated_at = p.now
            from p, corrections c where l.id = c.id""");
  }
}
