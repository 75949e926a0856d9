package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Whether the clusters that took part were there on the other day, when it is corrected. */
@ApplicationScoped
class ClusterCorrection {
  private final ActSql sql;
  private final Announcements announcements;
  private final EndedColleges colleges;

  ClusterCorrection(ActSql sql, Announcements announcements, EndedColleges colleges) {
    this.sql = sql;
    this.announcements = announcements;
    this.colleges = colleges;
  }

  /** What is known of the clusters that leaves no room for another day. */
  List<Against> contradictions(Plan plan) {
    return Stream.of(announcements.later(plan), otherDays(plan), colleges.obstacles(plan))
        .flatMap(List::stream)
        .toList();
  }

  private List<Against> otherDays(Plan plan) {
    return sql.against(
        plan,
        ClusterLives.FOUNDED
            + """
            select 'merger.before-founding', on_day(c.name, c.periods, 'name', p.day), null, null, 'clusters', c.id
            from p join clusters c on c.id = any(p.parties || p.results)
            where case
              when c.id in (select id from founded) then false
              when c.id = any(p.results) then first_day(c.founded_on) > p.day
              else first_day(c.founded_on) > last_day(p.effective) end
            union all
            select 'merger.took-part-before', on_day(c.name, c.periods, 'name', p.day), null, e.effective_on,
              e.collection, e.id
            from p cross join founded f join clusters c on c.id = f.id
            cross join lateral effects_of(c.id) e
            where e.id <> p.merger and last_day(e.effective_on) < p.day
              and first_day(e.effective_on) < least(p.day, p.former_day)
            union all
            select 'merger.not-ended', on_day(c.name, c.periods, 'name', p.day), null, null, 'clusters', c.id
            from p join clusters c on c.id = any(p.taken)
            where first_day(c.dissolved_on) > last_day(p.effective)
            union all
            select 'merger.ended', on_day(c.name, c.periods, 'name', p.day), null, c.dissolved_on, 'clusters', c.id
            from p join clusters c on c.id = any(
              case when p.division is not null and p.ending = '{}' then p.results || p.parties else p.results end)
            where last_day(c.dissolved_on) <= p.day
            union all
            select 'merger.later-period', on_day(c.name, c.periods, 'name', p.day), null, s.period ->> 'from',
              'clusters', c.id
            from p join clusters c on c.id = any(p.ending)
            cross join lateral jsonb_array_elements(c.periods) s(period)
            where first_day(s.period ->> 'from') >= last_day(p.effective)
            union all
            select 'merger.before-founding-of-result', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), m."from"::text,
              'memberships', m.id
            from p join memberships m on m.cluster = any(p.results) join clusters c on c.id = m.cluster
            where m."from" < p.day and c.id in (select id from founded)
              and not exists (
                select from history h
                where h.record_id = m.id and h.act = p.act and h.action = 'CREATED')
            union all
            select 'merger.between', merger_name(g.parties, p.day), null, g.effective_on, 'mergers', g.id
            from p join mergers g on g.id <> p.merger and g.effective_on is not null
              and (g.parties || g.result) && (p.parties || p.results)
            where first_day(g.effective_on)
              between least(p.day, p.former_day) and greatest(p.day, p.former_day)
            union all
            select 'division.between', merger_name(array[g.cluster], p.day), null, g.effective_on,
              'divisions', g.id
            from p join divisions g on g.id <> p.merger and g.effective_on is not null
              and (g.cluster || g.results) && (p.parties || p.results)
            where first_day(g.effective_on)
              between least(p.day, p.former_day) and greatest(p.day, p.former_day)
            limit 20""");
  }
}
