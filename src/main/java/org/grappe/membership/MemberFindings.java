package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.table.Header;
import org.grappe.table.LineFault;

/** What is told of the lines of a file once they are compared. */
@ApplicationScoped
class MemberFindings {
  /** Told of a line that is taken: its college has none to go on in. */
  private static final String UNMAPPED = "college-unmapped";

  private final Database database;

  MemberFindings(Database database) {
    this.database = database;
  }

  /** Finds it, in the order of the lines, so that a stretch of them costs what it has. */
  void find() {
    database.change(
        """
        create temp table member_findings on commit drop as
        select k.n, k.line, f.*, a.bound, a.other
        from member_keyed k
        join member_rows r on r.n = k.n
        join member_outcomes o on o.n = k.n
        join member_keyed first on first.n = o.first
        cross join lateral (values
          (1, 'CLUSTER', coalesce(k.cluster_said, k.cluster), case when r.no_cluster then 'cluster' end, null),
          (2, 'COLLEGE', k.college, case when r.no_college then 'college' end, null),
          (3, case when r.rule = 'organisation' then 'ORGANISATION' when r.rule <> 'number-of-cluster' then 'NAME'
              when k.siret is not null then 'SIRET' when k.siren is not null then 'SIREN' else 'RNA' end,
            case r.rule when 'organisation' then k.organisation
              when 'number-of-cluster' then coalesce(k.siret, k.siren, k.rna) else k.name_said end, r.rule, null),
          (4, case o.rule when 'doubtful' then 'NAME' else 'FROM' end,
            case o.rule when 'doubtful' then k.name_said else k.from_said end, o.rule, null),
          (5, 'NAME', k.name_said, case when o.state = 'KNOWN' and o.first <> o.n then 'repeated-line' end,
            first.line),
          (6, 'COLLEGE', k.college, case when r.at_merger and r.reason = 'MERGED' and r.college is not null
            and o.state = 'MADE' and not exists (
              select from member_ends e cross join lateral mapped_colleges(e.merger, e.day) m
              where e.cluster_id = r.cluster_id and m.college = r.college) then 'college-unmapped' end, null))
            f (place, "column", value, rule, repeats)
        left join lateral (
          select case when m."from" > r."from" then m."from" else m.until end as bound, m.id as other
          from memberships m
          where f.rule = 'membership-overlap' and m.organisation = r.organisation
            and m.cluster = r.cluster_id and m.refused_on is null
            and (m."from" is null) = (r."from" is null)
            and case when m."from" is null then m.until is null else daterange(m."from", m.until) && r.days end
          union all
          select case when within_life(r.applied, r."from", r.until, c.announced_on, c.founded_on, null)
            then last_day(c.dissolved_on) else first_day(c.founded_on) end, null
          from clusters c
          where f.rule = 'outside-cluster-life' and c.id = r.cluster_id and not within_life(
            r.applied, r."from", r.until, c.announced_on, c.founded_on, c.dissolved_on)
          order by 1, 2 limit 1) a on true
        where f.rule is not null
        order by k.n""");
    database.change("create index on member_findings (n)");
  }

  /** Those of a stretch of the lines, in the columns as the file calls them. */
  List<LineFault> of(Header<MemberColumn> header, long from, long until) {
    return database.all(
        """
        select line, "column", value, rule, repeats, bound, other from member_findings
        where n >= ? and n < ? order by n, place""",
        row -> fault(header, row),
        List.of(from, until));
  }

  /** A line that repeats another is there already; for anything else it is left out. */
  private static LineFault fault(Header<MemberColumn> header, ResultSet row) throws SQLException {
    String repeats = row.getString(5);
    return new LineFault(
            row.getLong(1),
            header.name(MemberColumn.valueOf(row.getString(2))),
            row.getString(3),
            row.getString(4),
            repeats == null && !UNMAPPED.equals(row.getString(4)),
            repeats)
        .against(row.getString(6), row.getObject(7, UUID.class));
  }
}
