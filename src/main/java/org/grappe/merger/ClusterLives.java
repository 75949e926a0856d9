package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** When parties end, or are followed by who takes them over, and the result is founded. */
@ApplicationScoped
class ClusterLives {
  private final PlanSql sql;
  private final Announcements announcements;

  ClusterLives(PlanSql sql, Announcements announcements) {
    this.sql = sql;
    this.announcements = announcements;
  }

  /** Not one that is there already, whose founding alone is not known. */
  static final String IS_FOUNDED =
      """
      (c.announced_on is not null or (c.id <> all(p.parties)
        and not exists (select from memberships m where m.cluster = c.id)))
      """;

  void found(Plan plan) {
    sql.write(
        plan,
        """
        update clusters c
        set founded_on = p.effective, version = c.version + 1, updated_at = p.now
        from p where c.id = p.result and c.founded_on is null and %s"""
            .formatted(IS_FOUNDED));
  }

  void end(Plan plan) {
    sql.write(
        plan,
        """
        update clusters c
        set dissolved_on = p.effective, followed_by = p.result, followed_on = p.effective,
          version = c.version + 1, updated_at = p.now
        from p where p.division is null and c.id = any(p.ending)""");
    sql.write(
        plan,
        """
        update clusters c
        set followed_by = p.result, followed_on = p.effective,
          version = c.version + 1, updated_at = p.now
        from p where c.id = any(p.taken)""");
  }

  /** Of a split: what it became. */
  void divide(Plan plan) {
    sql.write(
        plan,
        """
        update clusters c
        set dissolved_on = p.effective, divided_into = p.results, version = c.version + 1,
          updated_at = p.now
        from p where p.division is not null and c.id = any(p.ending)""");
  }

  /**
   * Before what belongs to the clusters moves to another day: they live as long as either wants.
   * The founding of the result moves where the merger founded it: where the completion says so, or
   * a result that is no party was founded on that very day.
   */
  void widen(Plan plan) {
    sql.write(plan, FOUNDED + MOVED_FOUNDING + "and first_day(p.effective) < p.former_day");
    sql.write(plan, MOVED_END + "and last_day(p.effective) > last_day(p.former)");
    sql.write(plan, MOVED_SPLIT + "and last_day(p.effective) > last_day(p.former)");
  }

  /** Afterwards: no longer than on the new day. */
  void narrow(Plan plan) {
    sql.write(plan, FOUNDED + MOVED_FOUNDING);
    sql.write(plan, MOVED_END);
    sql.write(plan, MOVED_SPLIT);
    sql.write(plan, MOVED_TAKEOVER);
  }

  private static final String FOUNDED =
      """
      , founded as (
        select c.id from p join clusters c on c.id = any(p.results) and c.founded_on = p.former
        where c.id <> all(p.parties) or exists (
          select from before_act(p.act, 'clusters') b
          where b.id = c.id and not jsonb_exists(b.row, 'founded_on')))
      """;

  private static final String MOVED_FOUNDING =
      """
      update clusters c
      set founded_on = p.effective, version = c.version + 1, updated_at = p.now
      from p where c.id in (select id from founded) and c.founded_on = p.former
        and p.effective <> p.former
      """;

  private static final String MOVED_END =
      """
      update clusters c
      set dissolved_on = p.effective, followed_on = p.effective, version = c.version + 1,
        updated_at = p.now
      from p where c.id = any(p.ending) and c.followed_by = p.result
        and c.followed_on = p.former and p.effective <> p.former
      """;

  private static final String MOVED_SPLIT =
      """
      update clusters c
      set dissolved_on = p.effective, version = c.version + 1, updated_at = p.now
      from p where p.division is not null and c.id = any(p.ending) and c.divided_into <> '{}'
        and c.dissolved_on = p.former and p.effective <> p.former
      """;

  private static final String MOVED_TAKEOVER =
      """
      update clusters c
      set followed_on = p.effective, version = c.version + 1, updated_at = p.now
      from p where c.id = any(p.taken) and c.followed_by = p.result
        and c.followed_on = p.former and p.effective <> p.former
      """;

  /** What is known of the clusters that leaves no room for another day. */
  List<Against> contradictions(Plan plan) {
    return Stream.concat(announcements.later(plan).stream(), otherDays(plan).stream()).toList();
  }

  private List<Against> otherDays(Plan plan) {
    return sql.against(
        plan,
        FOUNDED
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
