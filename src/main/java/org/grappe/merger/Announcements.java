package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * What was announced only after the day on which a merger or division took effect: it would be in
 * effect while no list has it, and a cluster would be founded before it was announced. Nor is it
 * put off once it is in effect.
 */
@ApplicationScoped
class Announcements {
  private final ActSql sql;

  Announcements(ActSql sql) {
    this.sql = sql;
  }

  List<Against> later(Plan plan) {
    return sql.all(
        plan,
        """
        select on_day(c.name, c.periods, 'name', p.day), c.announced_on, 'clusters', c.id,
          'merger.announced-later', null::uuid
        from p join clusters c on c.id = any(p.parties || p.results)
        where first_day(c.announced_on) > last_day(p.effective)
        union all
        select merger_name(g.parties, p.day), g.announced_on, 'mergers', g.id, 'merger.announced-later', null
        from p join mergers g on g.id = p.merger
        where first_day(g.announced_on) > last_day(p.effective)
        union all
        select merger_name(array[g.cluster], p.day), g.announced_on, 'divisions', g.id, 'merger.announced-later', null
        from p join divisions g on g.id = p.division
        where first_day(g.announced_on) > last_day(p.effective)
        union all
        select merger_name(g.parties, p.day), s.step ->> 'on', 'mergers', g.id, 'merger.put-off-later',
          (s.step ->> 'id')::uuid
        from p join mergers g on g.id = p.merger cross join lateral jsonb_array_elements(g.steps) s(step)
        where s.step ->> 'kind' = 'POSTPONED' and first_day(s.step ->> 'on') > last_day(p.effective)
        union all
        select merger_name(array[g.cluster], p.day), s.step ->> 'on', 'divisions', g.id, 'merger.put-off-later',
          (s.step ->> 'id')::uuid
        from p join divisions g on g.id = p.division cross join lateral jsonb_array_elements(g.steps) s(step)
        where s.step ->> 'kind' = 'POSTPONED' and first_day(s.step ->> 'on') > last_day(p.effective)
        order by 3, 1, 2""",
        row -> {
          String name = row.getString(1);
          String known = row.getString(2);
          Problem problem =
              Problems.of(MergerProblems.MERGER_CONFLICT, row.getString(5), name, known)
                  .withMember("field", "effectiveOn")
                  .withMember("bound", known);
          UUID step = row.getObject(6, UUID.class);
          return new Against(
              step == null ? problem : problem.withMember("other", Map.of("id", step)),
              row.getString(3),
              row.getObject(4, UUID.class),
              name);
        });
  }
}
