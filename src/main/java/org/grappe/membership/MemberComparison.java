package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;
import org.grappe.imports.LineCounts;

/** What becomes of the lines: which are there, which stand against the rules, which are entered. */
@ApplicationScoped
class MemberComparison {
  private final Database database;
  private final MemberRows rows;
  private final MemberOverlaps overlaps;

  MemberComparison(Database database, MemberRows rows, MemberOverlaps overlaps) {
    this.database = database;
    this.rows = rows;
    this.overlaps = overlaps;
  }

  /** Compares the lines with the registry and with each other. */
  LineCounts compare() {
    rows.find();
    overlaps.find();
    decide();
    gather();
    return database
        .one(
            """
            select count(*) filter (where state = 'MADE'), count(*) filter (where state = 'KNOWN'),
              count(*) filter (where state = 'LEFT_OUT')
            from member_outcomes""",
            LineCounts::of)
        .orElseThrow();
  }

  /**
   * A repeated line has the fate of the first; where nobody can say whom it repeats, it is left.
   */
  private void decide() {
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
  }

  /** What is made. */
  private void gather() {
    database.change(
        """
        create temp table member_made on commit drop as
        select r.* from member_rows r join member_outcomes o on o.n = r.n where o.state = 'MADE'
        order by r.n""");
    database.change("alter table member_made add primary key (n)");
    database.change("analyze member_made");
  }
}
