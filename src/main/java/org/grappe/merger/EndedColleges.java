package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** No member goes to a college that is no more. */
@ApplicationScoped
class EndedColleges {
  private final ActSql sql;

  EndedColleges(ActSql sql) {
    this.sql = sql;
  }

  List<Against> obstacles(Plan plan) {
    return sql.against(
        plan,
        """
        select distinct 'merger.college-ended', on_day(c.name, c.periods, 'name', p.day), k.name, k.until,
          'colleges', k.id
        from p cross join lateral (
          select g.college_mapping from mergers g where g.id = p.merger
          union all
          select d.college_mapping from divisions d where d.id = p.division) u
        cross join lateral jsonb_array_elements(u.college_mapping) m(pair)
        join colleges k on k.id = (m.pair ->> 'to')::uuid join clusters c on c.id = k.cluster
        where last_day(k.until) <= p.day
        order by 2, 3""");
  }
}
