package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;

/** The lines of a file that overlap a membership, or a line before them that is taken. */
@ApplicationScoped
class MemberOverlaps {
  private final Database database;

  MemberOverlaps(Database database) {
    this.database = database;
  }

  /** A line overlaps what is there, or an earlier line of the file that is taken. */
  void find() {
    database.change("create temp table member_overlaps (n bigint primary key) on commit drop");
    database.change(
        """
        insert into member_overlaps
        select r.n from member_candidates r
        where not r.known and not r.outside and r.others = 1 and exists (
          select from memberships m
          where m.organisation = r.organisation and m.cluster is not distinct from r.cluster_id
            and m.refused_on is null and (m."from" is null) = r.applies
            and case when r.applies then m.until is null and r.is_open
              else daterange(m."from", m.until) && r.days end)""");
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
                  and m.refused_on is null and (m."from" is null) = r.applies
                  and (m."from" is not null or m.until is null)), '{}');
            end if;
            if r.applies and not r.is_open then
              null; -- one that was given up stands beside any other
            elsif taken && r.days then
              insert into member_overlaps values (r.n);
            else
              taken := taken + datemultirange(r.days);
            end if;
            last := party;
          end loop;
        end $$""");
    findLaterInLine();
    database.change("analyze member_overlaps");
  }

  /**
   * One that a merger or division ended would go on where the organisation came in later. Where the
   * members of a college went on is asked once for all of them.
   */
  private void findLaterInLine() {
    database.change(
        """
        insert into member_overlaps
        with asked as materialized (
          select c.n, c.cluster_id, c.organisation, r.college, coalesce(r.cut_on, r.until) as until,
            case when r.cut_on is null then 'infinity' else r.until end as ends
          from member_candidates c join member_rows r using (n)
          where not c.known and not c.outside
            and ((r.at_merger and r.reason in ('MERGED', 'DIVIDED')) or r.cut_on is not null)
            and exists (select from memberships m where m.organisation = c.organisation)),
        lives as materialized (
          select w.cluster_id, w.college, w.until, l.heir, l.day, l.ended
          from (select distinct cluster_id, college, until from asked) w
          cross join lateral line_of(w.cluster_id, w.college, w.until - 1) l)
        select distinct a.n
        from asked a
        join lives v on v.cluster_id = a.cluster_id and v.college is not distinct from a.college
          and v.until = a.until
        join memberships m on m.organisation = a.organisation and m.cluster = v.heir
          and m."from" > v.day and m."from" < v.ended and m."from" < a.ends
        where not exists (
          select from lives k join memberships b on b.cluster = k.heir
          where k.cluster_id = a.cluster_id and k.college is not distinct from a.college
            and k.until = a.until and k.day <= v.day and b.organisation = a.organisation
            and b."from" <= k.day and coalesce(b.until > k.day, true))
        on conflict do nothing""");
  }
}
