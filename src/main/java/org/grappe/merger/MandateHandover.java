package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/** The mandates and colleges of parties that do not go on: they end with them. */
@ApplicationScoped
class MandateHandover {
  private static final String RUNNING =
      """
      , running as (
        select m.id, coalesce(m.person, m.title, m.role) as name
        from p join mandates m on m.cluster = any(p.ending)
        where m.until is null or last_day(m.until) > last_day(p.effective))
      """;

  private final ActSql sql;

  MandateHandover(ActSql sql) {
    this.sql = sql;
  }

  Tally ending(Plan plan) {
    return sql.tally(plan, RUNNING, "select name from running");
  }

  void carryOut(Plan plan) {
    sql.write(
        plan,
        RUNNING
            + """
            update mandates m
            set until = p.effective, version = m.version + 1, updated_at = p.now
            from p where m.id in (select id from running)""");
    sql.write(
        plan,
        """
        update colleges k
        set until = p.effective, version = k.version + 1, updated_at = p.now
        from p where k.cluster = any(p.ending)
          and (k.until is null or last_day(k.until) > last_day(p.effective))""");
  }

  /** When each would end without the merger, and whether it ends by it on the day. */
  private static final String DUE =
      """
      , due as (
        select t.id, t.until as told, case
            when b.id is not null and t.until = p.former then b.row ->> 'until'
            else t.until end as until
        from p join %1$s t on t.cluster = any(p.ending)
        left join before_act(p.act, '%1$s') b on b.id = t.id),
      ends as (
        select d.id, d.told, case when d.until is null or last_day(d.until) > last_day(p.effective)
          then p.effective else d.until end as until
        from p cross join due d)
      update %1$s t
      set until = e.until, version = t.version + 1, updated_at = p.now
      from p, ends e where t.id = e.id and e.told is distinct from e.until""";

  /** Each ends on the other day, or by itself where that comes first. */
  void correct(Plan plan) {
    sql.write(plan, DUE.formatted("mandates"));
    sql.write(plan, DUE.formatted("colleges"));
  }

  List<Against> contradictions(Plan plan) {
    return sql.against(
        plan,
        """
        select 'merger.later-mandate', on_day(c.name, c.periods, 'name', p.day), coalesce(m.person, m.title, m.role), null,
          'mandates', m.id
        from p join mandates m on m.cluster = any(p.ending) join clusters c on c.id = m.cluster
        where first_day(m."from") >= last_day(p.effective)
        union all
        select 'merger.later-college', on_day(c.name, c.periods, 'name', p.day), k.name, null, 'colleges', k.id
        from p join colleges k on k.cluster = any(p.ending) join clusters c on c.id = k.cluster
        where first_day(k."from") >= last_day(p.effective) limit 20""");
  }
}
