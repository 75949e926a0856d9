package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;

/** When parties end, or are followed by who takes them over, and the result is founded. */
@ApplicationScoped
class ClusterLives {
  private final ActSql sql;

  ClusterLives(ActSql sql) {
    this.sql = sql;
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

  /** Whose founding is that of the act. */
  static final String FOUNDED =
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
}
