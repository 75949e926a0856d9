package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Whether the clusters that take part are there on the day. */
@ApplicationScoped
class ClusterDays {
  private final ActSql sql;
  private final Announcements announcements;
  private final EndedColleges colleges;

  ClusterDays(ActSql sql, Announcements announcements, EndedColleges colleges) {
    this.sql = sql;
    this.announcements = announcements;
    this.colleges = colleges;
  }

  /**
   * Parties and result must be there on the day, and afterwards: who was dissolved later took part
   * in nothing that would have ended it, or given it members, before.
   */
  List<Against> obstacles(Plan plan) {
    return Stream.of(otherDays(plan), announcements.later(plan), colleges.obstacles(plan))
        .flatMap(List::stream)
        .toList();
  }

  private List<Against> otherDays(Plan plan) {
    return sql.against(
        plan,
        """
        select case
            when first_day(c.founded_on) > last_day(p.effective) then 'merger.before-founding'
            when c.followed_by is not null then 'merger.merged'
            when c.divided_into <> '{}' then 'division.divided'
            when c.id = any(p.taken) then 'merger.not-ended'
            when last_day(c.dissolved_on) <= p.day then 'merger.ended'
            else 'merger.dissolved-later' end, on_day(c.name, c.periods, 'name', p.day), null,
          coalesce(c.followed_on, c.dissolved_on), 'clusters', c.id
        from p join clusters c on c.id = any(p.parties || p.results)
        where first_day(c.founded_on) > last_day(p.effective)
          or case when c.id = any(p.taken)
            then p.results <> '{}' and coalesce(first_day(c.dissolved_on) > last_day(p.effective), true)
            else c.dissolved_on is not null end
          or c.followed_by is not null or c.divided_into <> '{}'
        union all
        select 'merger.earlier-merger', merger_name(g.parties, p.day), null, g.effective_on, 'mergers', g.id
        from p join mergers g on g.result = any(p.passing || p.taken) and first_day(g.effective_on) >= p.day
        union all
        select 'division.later', on_day(c.name, c.periods, 'name', p.day), null, g.effective_on, 'divisions', g.id
        from p join divisions g on first_day(g.effective_on) >= p.day and g.id <> p.merger
          and (g.cluster = any(p.passing) or g.results && (p.passing || p.taken))
        join clusters c on c.id = g.cluster
        union all
        select 'merger.took-part-before', on_day(c.name, c.periods, 'name', p.day), null, e.effective_on,
          e.collection, e.id
        from p join clusters c on c.id = any(p.results) and c.founded_on is null
        cross join lateral effects_of(c.id) e
        where last_day(e.effective_on) < p.day and %s
        order by 2"""
            .formatted(ClusterLives.IS_FOUNDED));
  }
}
