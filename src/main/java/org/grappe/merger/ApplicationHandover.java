package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * Undecided applications to parties that do not go on: they become applications to the result, two
 * of one organisation one; who is its member already applies no longer.
 */
@ApplicationScoped
class ApplicationHandover {
  /** Those that there are, and the one that each organisation goes on with. */
  static final String APPLICATIONS =
      PassingMembers.MEMBERS
          + """
          , applied as (
            select a.id, a.organisation,
              coalesce(a.organisation_name, organisation_called(a.organisation, p.day))
                as organisation_name,
              a.college, a.applied_on, a.sources, a.statements, a.remarks
            from p join memberships a on a.cluster = any(p.passing)
            where (p.division is null or a.id in (select id from going)) and a."from" is null and a.refused_on is null and a.until is null
              and (p.readable is null or a.cluster = any(p.readable))),
          first as (
            select distinct on (a.organisation) a.id, a.organisation, a.organisation_name,
              a.applied_on, a.sources, a.statements, a.remarks, mapping.target
            from p cross join applied a left join mapping on mapping.college = a.college
            where p.result is not null and a.organisation not in (select organisation from passing)
              and a.organisation not in (select organisation from kept)
              and not exists (
                select from memberships m
                where m.cluster = p.result and m.organisation = a.organisation
                  and (p.readable is null or m.cluster = any(p.readable))
                  and (m."from" is null and m.refused_on is null and m.until is null))
            order by a.organisation, a.applied_on, a.id)
          """;

  private final ActSql sql;

  ApplicationHandover(ActSql sql) {
    this.sql = sql;
  }

  Tally handed(Plan plan) {
    return sql.tally(plan, APPLICATIONS, "select organisation_name as name from first");
  }

  /**
   * Before the memberships pass. One that was filed on or after the day moves, for by then the
   * party was no more; an earlier one ends there and is opened anew.
   */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        APPLICATIONS
            + """
            , moved as (
              update memberships m set cluster = p.result, college = first.target,
                version = m.version + 1, updated_at = p.now
              from p, first where m.id = first.id and m.applied_on >= p.day returning m.id),
            opened as (
              insert into memberships (id, created_at, updated_at, cluster, organisation,
                organisation_name, college, applied_on, sources, statements, remarks)
              select new_id(), p.now, p.now, p.result, f.organisation, f.organisation_name,
                f.target, f.applied_on, f.sources, f.statements, f.remarks
              from p, first f where f.applied_on < p.day returning id)
            update memberships m set until = p.day, end_reason = p.end_reason,
              version = m.version + 1, updated_at = p.now
            from p, applied a
            where m.id = a.id and a.applied_on < p.day""");
    sql.write(
        plan,
        PassingMembers.MEMBERS
            + """
            -- who had applied to the result and becomes its member applies no longer
            update memberships m set until = greatest(m.applied_on, p.day), end_reason = p.end_reason,
              version = m.version + 1, updated_at = p.now
            from p where m.cluster = p.result and m."from" is null and m.refused_on is null
              and m.until is null and m.organisation in (select organisation from passing)""");
  }
}
