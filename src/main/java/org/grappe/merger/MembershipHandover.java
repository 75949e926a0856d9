package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.merger.MergerOutcome.Conflict;
import org.grappe.merger.MergerOutcome.Tally;
import org.grappe.value.Documents;
import org.grappe.value.Ref;

/**
 * The members of parties that do not go on: each organisation gets one membership in the result, or
 * keeps the one that it has there, and it names those that it continues. So do those members of a
 * party that had ended who are carried into the cluster that takes it over; their memberships there
 * stay as they are.
 */
@ApplicationScoped
class MembershipHandover {
  /** What ends, what is in the result already, and what each organisation gets. */
  static final String MEMBERS =
      """
      , ended as (
        select m.id, m.organisation,
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)) as organisation_name,
          m.college, m."from", m.until, m.end_reason, m.continued,
          case when m.continues = '{}' then m."from"
            else member_since(m.id, m."from") end as since
        from p join memberships m on m.cluster = any(p.passing)
        where m."from" < p.day and (m.until is null or m.until > p.day)
          and (p.division is null or m.id in (select id from going))
        union all
        select m.id, m.organisation,
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)),
          m.college, m."from", null, null, null,
          case when m.continues = '{}' then m."from" else member_since(m.id, m."from") end
        from p join clusters c on c.id = any(p.taken) join memberships m on m.cluster = c.id
        where m."from" < first_day(c.dissolved_on)
          and coalesce(m.until >= first_day(c.dissolved_on), true)
          and not exists (
            select from organisations o
            where o.id = m.organisation and first_day(o.followed_on) <= p.day)
          and (p.carries_all and m.continued is not false or m.id = any(p.carried))),
      -- who was said not to go on just ends
      passing as (select * from ended where continued is not false),
      kept as (
        select m.id, m.organisation,
          coalesce(m.organisation_name, organisation_called(m.organisation, p.day)) as organisation_name
        from p join memberships m on m.cluster = p.result
        where m."from" <= p.day and (m.until is null or m.until > p.day)),
      mapping as (
        select k.college, k.target from p cross join lateral mapped_colleges(p.merger, p.day) k
        union all
        select k.college, k.target
        from p cross join lateral divided_colleges(p.division, p.result, p.day) k),
      longest as (
        select distinct on (e.organisation) e.organisation, e.organisation_name, mapping.target
        from passing e left join mapping on mapping.college = e.college
        order by e.organisation, e.since, e."from", e.id),
      grouped as (
        select organisation, array_agg(id order by "from", id) as ids,
          case when bool_or(until is null) then null else max(until) end as until,
          -- why the latest of them will end
          (array_agg(end_reason order by until desc nulls first, "from", id))[1] as end_reason
        from passing group by organisation)
      """;

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

  private final PlanSql sql;

  MembershipHandover(PlanSql sql) {
    this.sql = sql;
  }

  /**
   * What ends, who belonged to several, and who is in the result: there is none where the result is
   * not known, or members leave.
   */
  record Counts(Tally ending, Tally joint, Tally resulting) {}

  /** Counts them with one statement, for to find who ends is what takes long. */
  Counts counts(Plan plan) {
    List<Tally> tallies = sql.tallies(plan, MEMBERS, ENDING, JOINT, RESULTING);
    return new Counts(
        tallies.get(0), tallies.get(1), plan.result() == null ? Tally.NOTHING : tallies.get(2));
  }

  /** Colleges whose members would go on without one. */
  List<MergerOutcome.UnmappedCollege> unmapped(Plan plan) {
    return sql.all(
        plan,
        MEMBERS
            + """
            select k.id, k.name, c.id, on_day(c.name, c.periods, 'name', p.day) as called, c.slug
            from p cross join colleges k join clusters c on c.id = k.cluster
            where k.id in (select college from passing) and k.id not in (select college from mapping)
            order by k.name, called, k.id""",
        row ->
            new MergerOutcome.UnmappedCollege(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Ref(row.getObject(3, UUID.class), row.getString(4), row.getString(5))));
  }

  /**
   * Organisations of several parties whose colleges lead to different ones: all of each side by
   * side, for to look for the others of each by itself is to read all for each.
   */
  List<Conflict> conflicts(Plan plan) {
    return sql.all(
        plan,
        MEMBERS
            + """
            select x.organisation, x.name, k.id, k.name,
              jsonb_agg(distinct jsonb_build_object('id', t.id, 'name', t.name))::text
            from (
              select e.organisation, mapping.target, first_value(mapping.target) over longest as longest,
                first_value(e.organisation_name) over longest as name
              from passing e left join mapping on mapping.college = e.college
              window longest as (partition by e.organisation order by e.since, e."from", e.id)) x
            join colleges t on t.id = x.target and x.target is distinct from x.longest
            left join colleges k on k.id = x.longest
            group by x.organisation, x.name, k.id, k.name
            order by x.name, x.organisation""",
        row ->
            new Conflict(
                new Ref(row.getObject(1, UUID.class), row.getString(2), null),
                row.getObject(3) == null
                    ? null
                    : new Ref(row.getObject(3, UUID.class), row.getString(4), null),
                List.of(refs(row.getString(5)))));
  }

  private static Ref[] refs(String json) {
    try {
      return Documents.MAPPER.readValue(json, Ref[].class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException unread) {
      throw new IllegalStateException(unread);
    }
  }

  /**
   * In this order: those who belong to the result keep what they have there, the others get what
   * they have not, and then what both continue ends.
   */
  void carryOut(Plan plan) {
    sql.write(
        plan,
        MEMBERS
            + """
            update memberships m
            set continues = m.continues || g.ids, version = m.version + 1, updated_at = p.now
            from p, kept k join grouped g using (organisation) where m.id = k.id""");
    sql.write(
        plan,
        MEMBERS
            + """
            insert into memberships (id, created_at, updated_at, cluster, organisation,
              organisation_name, college, "from", until, end_reason, continues)
            select new_id(), p.now, p.now, p.result, l.organisation, l.organisation_name,
              l.target, p.day, g.until, g.end_reason, g.ids
            from p cross join longest l join grouped g using (organisation)
            where p.result is not null and l.organisation not in (select organisation from kept)""");
    sql.write(
        plan,
        MEMBERS
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
