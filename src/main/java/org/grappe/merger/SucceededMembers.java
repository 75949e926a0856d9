package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * The memberships of an organisation that becomes another: the other gets one in each cluster, or
 * keeps the one that it has there, and it names that which it continues.
 */
@ApplicationScoped
class SucceededMembers {
  /** What ends, and what the successor has already. */
  static final String MEMBERS =
      """
      , ended as (
        select m.id, m.cluster, m.college, m.until, m.end_reason
        from p join memberships m on m.organisation = p.organisation
        where m."from" < p.day and (m.until is null or m.until > p.day)),
      kept as (
        select m.id, m.cluster from p join memberships m on m.organisation = p.successor
        where m."from" <= p.day and (m.until is null or m.until > p.day))
      """;

  static final String CALLED =
      """
      select on_day(c.name, c.periods, 'name', p.day) as name
      from p cross join %s t join clusters c on c.id = t.cluster""";

  private final ActSql sql;

  SucceededMembers(ActSql sql) {
    this.sql = sql;
  }

  Tally ending(Succession succession) {
    return sql.tally(succession, MEMBERS, CALLED.formatted("ended"));
  }

  Tally joint(Succession succession) {
    return sql.tally(
        succession,
        MEMBERS,
        CALLED.formatted("(select e.cluster from ended e join kept using (cluster))"));
  }

  Tally resulting(Succession succession) {
    return sql.tally(
        succession,
        MEMBERS,
        CALLED.formatted(
            """
            (select cluster from kept
              union select e.cluster from ended e where (select carries from p))"""));
  }

  /**
   * In this order: those memberships that the successor keeps, those that it gets; and then what it
   * continues ends.
   */
  void carryOut(Succession succession) {
    sql.write(
        succession,
        MEMBERS
            + """
            update memberships m
            set continues = m.continues || e.id, version = m.version + 1, updated_at = p.now
            from p, kept k join ended e using (cluster) where p.carries and m.id = k.id""");
    sql.write(
        succession,
        MEMBERS
            + """
            insert into memberships (id, created_at, updated_at, cluster, organisation, college,
              "from", until, end_reason, continues)
            select new_id(), p.now, p.now, e.cluster, p.successor, e.college, p.day, e.until,
              e.end_reason, array[e.id]
            from p cross join ended e
            where p.carries and e.cluster not in (select cluster from kept)""");
    sql.write(
        succession,
        MEMBERS
            + """
            update memberships m
            set until = p.day, end_reason = 'SUCCEEDED', version = m.version + 1,
              updated_at = p.now
            from p where m.id in (select id from ended)""");
  }

  /** What leaves no room for it: one who becomes a member later, of the two. */
  List<Against> obstacles(Succession succession) {
    return sql.all(
        succession,
        MEMBERS
            + """
            select 'succession.later-membership', on_day(c.name, c.periods, 'name', p.day),
              organisation_called(m.organisation, p.day), null, 'memberships', m.id
            from p join memberships m on m.organisation = p.organisation
            join clusters c on c.id = m.cluster
            where m."from" >= p.day
            union all
            select 'succession.later-member', on_day(c.name, c.periods, 'name', p.day),
              organisation_called(m.organisation, p.day), m."from"::text, 'memberships', m.id
            from p join memberships m on m.organisation = p.successor
            join ended e on e.cluster = m.cluster join clusters c on c.id = m.cluster
            where p.carries and m."from" > p.day and (e.until is null or m."from" < e.until)
              and m.cluster not in (select cluster from kept)
            order by 1, 2, 6 limit 20""",
        Against::calledFirst);
  }
}
