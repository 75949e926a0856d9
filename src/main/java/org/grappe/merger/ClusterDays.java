package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Whether the clusters that take part are there on the day, or on another one. */
@ApplicationScoped
class ClusterDays {
  private final PlanSql sql;
  private final Announcements announcements;

  ClusterDays(PlanSql sql, Announcements announcements) {
    this.sql = sql;
    this.announcements = announcements;
  }

  /**
   * Parties and result must be there on the day, and afterwards: who was dissolved later took part
   * in nothing that would have ended it, or given it members, before.
   */
  List<Against> obstacles(Plan plan) {
    return Stream.of(otherDays(plan), announcements.later(plan), endedColleges(plan))
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

  /** What is known of the clusters that leaves no room for another day. */
  List<Against> contradictions(Plan plan) {
    return Stream.of(announcements.later(plan), otherDaysNow(plan), endedColleges(plan))
        .flatMap(List::stream)
        .toList();
  }

  /** No member goes to a college that is no more. */
  private List<Against> endedColleges(Plan plan) {
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

  private List<Against> otherDaysNow(Plan plan) {
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
