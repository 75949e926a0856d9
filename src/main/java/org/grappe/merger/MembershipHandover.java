package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * The members of parties that do not go on: each organisation gets one membership in the result, or
 * keeps the one that it has there, and it names those that it continues. So do those members of a
 * party that had ended who are carried into the cluster that takes it over; their memberships there
 * stay as they are.
 */
@ApplicationScoped
class MembershipHandover {
  private static final String ENDING = "select organisation_name as name from ended";

  private static final String JOINT =
      """
      select organisation_name as name from (
        select organisation, organisation_name from passing
        union all
        select k.organisation, k.organisation_name from kept k, p where p.result = any(p.parties)) m
      group by organisation, organisation_name having count(*) > 1""";

  private static final String RESULTING =
      """
      select organisation, organisation_name as name from passing
      union
      select organisation, organisation_name from kept""";

  private final ActSql sql;

  MembershipHandover(ActSql sql) {
    this.sql = sql;
  }

  /**
   * What ends, who belonged to several, and who is in the result: there is none where the result is
   * not known, or members leave.
   */
  record Counts(Tally ending, Tally joint, Tally resulting) {}

  /** Counts them with one statement, for to find who ends is what takes long. */
  Counts counts(Plan plan) {
    List<Tally> tallies = sql.tallies(plan, PassingMembers.MEMBERS, ENDING, JOINT, RESULTING);
    return new Counts(
        tallies.get(0), tallies.get(1), plan.result() == null ? Tally.NOTHING : tallies.get(2));
  }

  /**
   * In this order: those who belong to the result keep what they have there, the others get what
   * they have not, and then what both continue ends.
   */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        PassingMembers.MEMBERS
            + """
            update memberships m
            set continues = m.continues || g.ids, version = m.version + 1, updated_at = p.now
            from p, kept k join grouped g using (organisation) where m.id = k.id""");
    sql.write(
        plan,
        PassingMembers.MEMBERS
            + """
            insert into memberships (id, created_at, updated_at, cluster, organisation,
              organisation_name, college, "from", until, end_reason, continues)
            select new_id(), p.now, p.now, p.result, l.organisation, l.organisation_name,
              l.target, p.day, g.until, g.end_reason, g.ids
            from p cross join longest l join grouped g using (organisation)
            where p.result is not null and l.organisation not in (select organisation from kept)""");
    sql.write(
        plan,
        PassingMembers.MEMBERS
            + """
            update memberships m
            set until = p.day, end_reason = p.end_reason, version = m.version + 1,
              updated_at = p.now
            from p where m.id in (select id from ended) and m.cluster = any(p.passing)""");
  }

  /** Members of a cluster that is split who are assigned to nobody. */
  List<Against> unassigned(Plan plan) {
    return sql.against(
        plan,
        """
        select 'division.unassigned-member', on_day(c.name, c.periods, 'name', p.day),
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)) as name, null,
          'memberships', m.id
        from p join memberships m on m.cluster = any(p.ending) join clusters c on c.id = m.cluster
        where p.division is not null and m."from" < p.day and (m.until is null or m.until > p.day)
          and m.id not in (select id from placed)
        order by name, m.id limit 200""");
  }
}
