package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.problem.Problems;

/**
 * What was announced only after the day on which a merger or division took effect: it would be in
 * effect while no list has it, and a cluster would be founded before it was announced.
 */
@ApplicationScoped
class Announcements {
  private final PlanSql sql;

  Announcements(PlanSql sql) {
    this.sql = sql;
  }

  List<Against> later(Plan plan) {
    return sql.all(
        plan,
        """
        select on_day(c.name, c.periods, 'name', p.day), c.announced_on, 'clusters', c.id
        from p join clusters c on c.id = any(p.parties || p.results)
        where first_day(c.announced_on) > last_day(p.effective)
        union all
        select merger_name(g.parties, p.day), g.announced_on, 'mergers', g.id
        from p join mergers g on g.id = p.merger
        where first_day(g.announced_on) > last_day(p.effective)
        union all
        select merger_name(array[g.cluster], p.day), g.announced_on, 'divisions', g.id
        from p join divisions g on g.id = p.division
        where first_day(g.announced_on) > last_day(p.effective)
        order by 3, 1""",
        row -> {
          String name = row.getString(1);
          String announced = row.getString(2);
          return new Against(
              Problems.of(MergerProblems.MERGER_CONFLICT, "merger.announced-later", name, announced)
                  .withMember("field", "effectiveOn")
                  .withMember("bound", announced),
              row.getString(3),
              row.getObject(4, UUID.class),
              name);
        });
  }
}
