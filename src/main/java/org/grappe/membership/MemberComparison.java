package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.grappe.database.Database;

/**
 * What becomes of the lines: which are there, which stand against the rules, which are entered.
 * {@code m.cluster is not distinct from} keeps the database from looking through all members of a
 * cluster for each line, which it does where it has not counted yet those of a file before.
 */
@ApplicationScoped
class MemberComparison {
  private final Database database;

  MemberComparison(Database database) {
    this.database = database;
  }

  /** What would become of the lines. */
  record Counts(long made, long unchanged, long leftOut) {}

  /**
   * What stands against a line, or is to be told of it.
   *
   * @param value as the file has it
   * @param repeats the line that it repeats; null where it is left out
   */
  record Finding(long line, MemberColumn column, String value, String rule, Long repeats) {}

  /** Compares the lines with the registry and with each other. */
  Counts compare() {
    place();
    know();
    keepRules();
    return database
        .one(
            """
            select count(*) filter (where state = 'MADE'), count(*) filter (where state = 'KNOWN'),
              count(*) filter (where state = 'LEFT_OUT')
            from member_outcomes""",
            row -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
        .orElseThrow();
  }

  /**
   * Each line with the records that it names; {@code first} is the first line that says the same.
   */
  private void place() {
    database.change(
        """
        create temp table member_colleges on commit drop as
        select said.cluster_id, said.college as key, (
          select id from colleges k where k.cluster = said.cluster_id
            and (plain(k.name) = plain(said.college) or k.id::text = lower(said.college))
          order by id limit 1) as id
        from (select distinct cluster_id, college from member_keyed
          where cluster_id is not null and college is not null) said""");
    database.change(
        """
        create temp table member_rows on commit drop as
        select k.n, k.cluster_id, p.id as organisation, g.id as college, k.applied, k."from", k.until,
          case when not k.blocked then
            daterange(coalesce(k."from", date '1800-01-01'), coalesce(k.until, date '9999-12-31'))
          end as days,
          k.reason,
          k.cluster_id is null as no_cluster,
          k.college is not null and k.cluster_id is not null and g.id is null as no_college,
          p.rule,
          k.blocked or k.cluster_id is null or p.id is null or (k.college is not null and g.id is null)
            as blocked
        from member_keyed k
        left join member_parties p on p.party = k.party and not k.blocked and k.cluster_id is not null
        left join member_colleges g on g.cluster_id = k.cluster_id and g.key = k.college""");
    database.change("analyze member_rows");
  }

  private void know() {
    database.change(
        """
        create temp table member_candidates on commit drop as
        select r.n, r.cluster_id, r.organisation, r.college, r."from" is null as applies, r.days,
          min(r.n) over same as first, count(*) over (
            partition by r.cluster_id, r.organisation, r."from" is null) as others,
          not within_life(r.applied, r."from", r.until, c.announced_on, c.founded_on, c.dissolved_on)
            as outside,
          exists (
            select from memberships m
            where m.organisation = r.organisation and m.cluster is not distinct from r.cluster_id
              and m."from" is not distinct from r."from" and m.until is not distinct from r.until
              and m.applied_on is not distinct from r.applied) as known
        from member_rows r join clusters c on c.id = r.cluster_id
        where not r.blocked
        window same as (
          partition by r.cluster_id, r.organisation, r.applied, r."from", r.until)""");
    database.change("alter table member_candidates add primary key (n)");
    database.change("analyze member_candidates");
  }

  /** A line overlaps what is there, or an earlier line of the file that is taken. */
  private void keepRules() {
    database.change("create temp table member_overlaps (n bigint primary key) on commit drop");
    database.change(
        """
        insert into member_overlaps
        select r.n from member_candidates r
        where not r.known and not r.outside and r.others = 1 and exists (
          select from memberships m
          where m.organisation = r.organisation and m.cluster is not distinct from r.cluster_id
            and m.refused_on is null and (m."from" is null) = r.applies and daterange(m."from", m.until) && r.days)""");
    database.change(
        """
        do $$
        declare
          r record;
          party text;
          last text := '';
          taken datemultirange;
        begin
          for r in
            select * from member_candidates
            where not known and not outside and others > 1 and n = first
            order by cluster_id, organisation, applies, n
          loop
            party := concat_ws(' ', r.cluster_id, r.organisation, r.applies);
            if party <> last then
              taken := coalesce((
                select range_agg(daterange(m."from", m.until)) from memberships m
                where m.organisation = r.organisation and m.cluster is not distinct from r.cluster_id
                  and m.refused_on is null and (m."from" is null) = r.applies), '{}');
            end if;
            if taken && r.days then
              insert into member_overlaps values (r.n);
            else
              taken := taken + datemultirange(r.days);
            end if;
            last := party;
          end loop;
        end $$""");
    database.change("analyze member_overlaps");
    outcomes();
  }

  /**
   * A repeated line has the fate of the first; where nobody can say whom it repeats, it is left.
   */
  private void outcomes() {
    database.change(
        """
        create temp table member_outcomes on commit drop as
        select n, first, rule,
          case when rule is not null then 'LEFT_OUT' when known or n <> first then 'KNOWN' else 'MADE' end
            as state
        from (
          select c.n, c.first, c.known,
            case
              when c.outside then 'outside-cluster-life'
              when o.n is not null then 'membership-overlap'
              when c.n <> c.first and k.party like 'name %'
                and (k.cluster, k.name, k.city, k.college, k.reason)
                  is distinct from (f.cluster, f.name, f.city, f.college, f.reason) then 'doubtful'
              when c.known and c.college is not null and k.party like 'name %' and not exists (
                select from memberships m
                where m.organisation = c.organisation and m.cluster is not distinct from c.cluster_id
                  and m."from" is not distinct from k."from" and m.college = c.college) then 'doubtful'
            end as rule
          from member_candidates c
          join member_keyed k on k.n = c.n
          join member_keyed f on f.n = c.first
          left join member_overlaps o on o.n = c.first) judged
        union all
        select n, n, null, 'LEFT_OUT' from member_rows where blocked""");
    database.change("analyze member_outcomes");
    gather();
  }

  /** What is told and what is made, each in turn, so that a stretch of it costs what it has. */
  private void gather() {
    database.change(
        """
        create temp table member_findings on commit drop as
        select row_number() over (order by k.n) as turn, k.line, f.*
        from member_keyed k
        join member_rows r on r.n = k.n
        join member_outcomes o on o.n = k.n
        join member_keyed first on first.n = o.first
        cross join lateral (values
          ('CLUSTER', k.cluster_said, case when r.no_cluster then 'cluster' end, null),
          ('COLLEGE', k.college, case when r.no_college then 'college' end, null),
          (case when r.rule = 'organisation' then 'ORGANISATION' when r.rule <> 'number-of-cluster' then 'NAME'
              when k.siret is not null then 'SIRET' when k.siren is not null then 'SIREN' else 'RNA' end,
            case r.rule when 'organisation' then k.organisation
              when 'number-of-cluster' then coalesce(k.siret, k.siren, k.rna) else k.name_said end, r.rule, null),
          (case o.rule when 'doubtful' then 'NAME' else 'FROM' end,
            case o.rule when 'doubtful' then k.name_said else k.from_said end, o.rule, null),
          ('NAME', k.name_said, case when o.state = 'KNOWN' and o.first <> o.n then 'repeated-line' end,
            first.line)) f ("column", value, rule, repeats)
        where f.rule is not null""");
    database.change("alter table member_findings add primary key (turn)");
    database.change(
        """
        create temp table member_made on commit drop as
        select row_number() over (order by r.n) as turn, r.*
        from member_rows r join member_outcomes o on o.n = r.n where o.state = 'MADE'""");
    database.change("alter table member_made add primary key (turn)");
    database.change("analyze member_made");
  }

  /** What is found, a stretch of it; empty after the last. */
  List<Finding> findings(long from, long until) {
    return database.all(
        """
        select line, "column", value, rule, repeats from member_findings
        where turn >= ? and turn < ? order by turn""",
        MemberComparison::finding,
        List.of(from, until));
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        row.getLong(1),
        MemberColumn.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getObject(5, Long.class));
  }
}
