package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;

/**
 * The lines with the records that they name, as sets. {@code m.cluster is not distinct from} keeps
 * the database from looking through all members of a cluster for each line, which it does where it
 * has not counted yet those of a file before.
 */
@ApplicationScoped
class MemberRows {
  private final Database database;

  MemberRows(Database database) {
    this.database = database;
  }

  /** Finds the records, and what each line is like that can be entered. */
  void find() {
    place();
    know();
  }

  /** Each line with the records that it names. */
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
        create temp table member_ends on commit drop as
        select c.id as cluster_id, e.merger, e.day, e.reason, e.ends, e.takes_all, e.colleges
        from (select distinct id from member_clusters where id is not null) c
        cross join lateral passings_of(c.id) e""");
    database.change(
        """
        create temp table member_rows on commit drop as
        select k.n, k.cluster_id, p.id as organisation, g.id as college, k.applied, k."from", u.until,
          case when not k.blocked then
            daterange(coalesce(k."from", date '1800-01-01'), coalesce(u.until, date '9999-12-31'))
          end as days,
          case when k.until is null and u.until is not null then e.reason else k.reason end as reason,
          u.until = e.day as at_merger,
          case when e.day < u.until then e.day end as cut_on,
          k.cluster_id is null as no_cluster,
          k.college is not null and k.cluster_id is not null and g.id is null as no_college,
          p.rule,
          k.blocked or k.cluster_id is null or p.id is null or (k.college is not null and g.id is null)
            as blocked
        from member_keyed k
        left join member_parties p on p.party = k.party and not k.blocked and k.cluster_id is not null
        left join member_colleges g on g.cluster_id = k.cluster_id and g.key = k.college
        -- that by which it says to have ended, or the first that it met, be it a spin-off before its end
        left join lateral (
          select e.day, e.reason from member_ends e
          where e.cluster_id = k.cluster_id and (e.takes_all or g.id = any(e.colleges))
            and case when k.until is null then e.day > k."from"
              else e.day = k.until or (not e.ends and e.day > k."from" and e.day < k.until) end
          order by e.day = k.until and e.reason = k.reason desc nulls last, e.day limit 1) e on true
        cross join lateral (
          select coalesce(k.until, case when k."from" < e.day then e.day end) as until) u""");
    database.change("analyze member_rows");
  }

  /** Those of the registry that say the same; {@code first} is the first line that does. */
  private void know() {
    database.change(
        """
        create temp table member_candidates on commit drop as
        select r.n, r.cluster_id, r.organisation, r.college, r."from" is null as applies,
          r.until is null as is_open, r.days,
          min(r.n) over same as first, count(*) over (
            partition by r.cluster_id, r.organisation, r."from" is null) as others,
          not within_life(r.applied, r."from", r.until, c.announced_on, c.founded_on, c.dissolved_on)
            or coalesce(f.day <= r."from" or case when r."from" is null then f.day is not null and r.until is null
              else f.day < coalesce(r.until, 'infinity') end, false)
            as outside,
          exists (
            select from memberships m
            where m.organisation = r.organisation and m.cluster is not distinct from r.cluster_id
              and m."from" is not distinct from r."from"
              and (m.until is not distinct from r.until or (m.until = r.cut_on and m.end_reason = 'DIVIDED'))
              and m.applied_on is not distinct from r.applied) as known
        from member_rows r join clusters c on c.id = r.cluster_id
        left join (
          -- who has become another
          select o.id, first_day(o.followed_on) as day from organisations o where o.followed_by is not null) f
          on f.id = r.organisation
        where not r.blocked
        window same as (
          partition by r.cluster_id, r.organisation, r.applied, r."from", r.until)""");
    database.change("alter table member_candidates add primary key (n)");
    database.change("analyze member_candidates");
  }
}
