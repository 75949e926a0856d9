package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What begins, in the parties or the result, only on the day of a merger or division or later. */
@ApplicationScoped
class LaterRecords {
  private final ActSql sql;

  LaterRecords(ActSql sql) {
    this.sql = sql;
  }

  /** What begins on the day or after it, where there will be no party to belong to. */
  List<Against> inParties(Plan plan) {
    return sql.against(
        plan,
        """
            select 'merger.later-membership', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), null, 'memberships', m.id
            from p join memberships m on m.cluster = any(p.ending)
            join clusters c on c.id = m.cluster
            where m."from" >= p.day
            union all
            select 'merger.later-mandate', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.person, m.title, m.role), null,
              'mandates', m.id
            from p join mandates m on m.cluster = any(p.ending) join clusters c on c.id = m.cluster
            where first_day(m."from") >= last_day(p.effective)
            union all
            select 'merger.later-college', on_day(c.name, c.periods, 'name', p.day), k.name, null, 'colleges', k.id
            from p join colleges k on k.cluster = any(p.ending) join clusters c on c.id = k.cluster
            where first_day(k."from") >= last_day(p.effective)
            union all
            select 'merger.later-period', on_day(c.name, c.periods, 'name', p.day), null, s.period ->> 'from',
              'clusters', c.id
            from p join clusters c on c.id = any(p.ending)
            cross join lateral jsonb_array_elements(c.periods) s(period)
            where first_day(s.period ->> 'from') >= last_day(p.effective)
            union all
            select 'merger.later-membership', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), null, 'memberships', m.id
            from p join divisions d on d.id = p.division
            join memberships m on m.cluster = d.cluster and m."from" >= p.day and p.ending = '{}'
            join clusters c on c.id = m.cluster
            where m.id in (
              select (x ->> 'membership')::uuid from jsonb_array_elements(d.assignments) x)
            limit 20""");
  }

  /** Who applied too late to be handed over or to end, and who came to the result later. */
  List<Against> inResult(Plan plan) {
    return sql.against(
        plan,
        ApplicationHandover.APPLICATIONS
            + """
            select 'merger.stray-application', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), m.applied_on::text,
              'memberships', m.id
            from p join memberships m on m.cluster = any(p.passing)
            join clusters c on c.id = m.cluster
            where m."from" is null and m.refused_on is null and m.until is null
              and m.applied_on >= p.day and (p.readable is null or m.cluster = any(p.readable))
              and (p.division is null or m.id in (select id from going))
              and (p.result is not null or p.ending <> '{}')
              and m.id not in (select id from first)
            union all
            select 'merger.later-member-of-result', on_day(c.name, c.periods, 'name', p.day),
              coalesce(m.organisation_name, organisation_called(m.organisation, p.day)), null,
              'memberships', m.id
            from p join memberships m on m.cluster = p.result join clusters c on c.id = m.cluster
            join grouped g on g.organisation = m.organisation
            where m."from" > p.day and (g.until is null or m."from" < g.until)
              and m.organisation not in (select organisation from kept)
            union all
            -- a day that is known to the month or year may lie before the founding of who gets members
            select 'merger.before-founding', on_day(c.name, c.periods, 'name', p.day), null, null,
              'clusters', c.id
            from p join clusters c on c.id = p.result
            where first_day(c.founded_on) > p.day and first_day(c.founded_on) <= last_day(p.effective)
              and exists (
                select from grouped g where g.organisation not in (select organisation from kept))
            limit 20""");
  }
}
