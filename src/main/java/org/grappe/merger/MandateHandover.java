package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
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

  private final PlanSql sql;

  MandateHandover(PlanSql sql) {
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
}
