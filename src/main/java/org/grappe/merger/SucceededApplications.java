package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * The undecided applications of an organisation that becomes another: they become the other's where
 * that is no member, and has not applied itself.
 */
@ApplicationScoped
class SucceededApplications {
  /** Those that there are, and those with which the successor goes on. */
  private static final String APPLICATIONS =
      SucceededMembers.MEMBERS
          + """
          , applied as (
            select a.id, a.cluster, a.college, a.applied_on, a.sources, a.statements, a.remarks
            from p join memberships a on a.organisation = p.organisation
            where a."from" is null and a.refused_on is null and a.until is null
              and (p.readable is null or a.cluster = any(p.readable))),
          handed as (
            select a.id, a.cluster, a.college, a.applied_on, a.sources, a.statements, a.remarks
            from p cross join applied a
            where p.carries and a.cluster not in (select cluster from ended)
              and a.cluster not in (select cluster from kept)
              and not exists (
                select from memberships m
                where m.organisation = p.successor and m.cluster = a.cluster
                  and m."from" is null and m.refused_on is null and m.until is null))
          """;

  private final ActSql sql;

  SucceededApplications(ActSql sql) {
    this.sql = sql;
  }

  Tally handed(Succession succession) {
    return sql.tally(succession, APPLICATIONS, SucceededMembers.CALLED.formatted("handed"));
  }

  /**
   * Before there are members to whom they are none. One that was filed on or after the day is the
   * successor's; an earlier one ends and is opened anew. Who is a member, or has applied, applies
   * no longer.
   */
  void carryOut(Succession succession) {
    sql.write(
        succession,
        APPLICATIONS
            + """
            , moved as (
              update memberships m
              set organisation = p.successor, version = m.version + 1, updated_at = p.now
              from p, handed h where m.id = h.id and h.applied_on >= p.day returning m.id),
            opened as (
              insert into memberships (id, created_at, updated_at, cluster, organisation, college,
                applied_on, sources, statements, remarks)
              select new_id(), p.now, p.now, h.cluster, p.successor, h.college, h.applied_on,
                h.sources, h.statements, h.remarks
              from p cross join handed h where h.applied_on < p.day returning id)
            update memberships m
            set until = greatest(m.applied_on, p.day), end_reason = 'SUCCEEDED',
              version = m.version + 1, updated_at = p.now
            from p, applied a
            where m.id = a.id and (a.applied_on < p.day or a.id not in (select id from handed))""");
    sql.write(
        succession,
        APPLICATIONS
            + """
            update memberships m
            set until = greatest(m.applied_on, p.day), end_reason = 'SUCCEEDED',
              version = m.version + 1, updated_at = p.now
            from p
            where p.carries and m.organisation = p.successor and m."from" is null
              and m.refused_on is null and m.until is null
              and m.cluster in (select cluster from ended)""");
  }
}
