package org.grappe.merger;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.event.EventDependant;
import org.grappe.merger.MergerOutcome.Tally;

/**
 * What an organisation that becomes another has besides memberships: mandates on its behalf, and
 * places at events to come. Mandates that are held in it end with it.
 */
@ApplicationScoped
class SucceededPlaces {
  private static final String RUNNING =
      """
      , running as (
        select m.id, m.cluster, first_day(m."from")
            < case when m.cluster is null then last_day(p.effective) else p.day end as begun,
          coalesce(m.person, m.title, m.role) as name
        from p join mandates m on m.organisation = p.organisation
        where (m.until is null or last_day(m.until) > last_day(p.effective))
          -- in what is no more it stays as it was told, for nothing begins there
          and not exists (
            select from clusters c
            where c.id = m.cluster and last_day(c.dissolved_on) <= first_day(p.effective)))
      """;

  private static final String COMING =
      """
      , coming as (
        select r.id, r.event, r.membership, e.called as name
        from p join registrations r on r.organisation = p.organisation
        join events e on e.id = r.event
        where r.status <> 'CANCELLED' and (e.last_on is null or e.last_on >= p.day)
          and (p.edited is null or e.host_cluster = any(p.edited) or exists (
            select from shares s where s.event = e.id and s.cluster = any(p.edited)
              and s.accepted_on is not null and s.refused_on is null)))
      """;

  private final ActSql sql;
  private final List<EventDependant> dependants;

  SucceededPlaces(ActSql sql, @All List<EventDependant> dependants) {
    this.sql = sql;
    this.dependants = dependants;
  }

  Tally mandates(Succession succession) {
    return sql.tally(succession, RUNNING, "select name from running where cluster is not null");
  }

  /** Mandates held in it that begin when it is no more. */
  List<Against> obstacles(Succession succession) {
    return sql.all(
        succession,
        """
        select 'succession.later-mandate', coalesce(m.person, m.title, m.role), null, m."from",
          'mandates', m.id
        from p join mandates m on m.organisation = p.organisation and m.cluster is null
        where first_day(m."from") >= last_day(p.effective)
        order by 4, 6 limit 20""",
        Against::calledFirst);
  }

  Tally registrations(Succession succession) {
    return sql.tally(succession, COMING, "select name from coming");
  }

  /** Once the successor has its memberships. */
  void carryOut(Succession succession) {
    passMandates(succession);
    passRegistrations(succession);
  }

  /** One that begins on the day or later is the successor's from its beginning. */
  private void passMandates(Succession succession) {
    sql.write(
        succession,
        RUNNING
            + """
            , opened as (
              insert into mandates (id, created_at, updated_at, cluster, person, role, title,
                provisional, college, territory, organisation, "from", until, sources, statements,
                remarks)
              select new_id(), p.now, p.now, m.cluster, m.person, m.role, m.title, m.provisional,
                m.college, m.territory, p.successor, p.effective, m.until, m.sources,
                m.statements, m.remarks
              from p cross join running r join mandates m on m.id = r.id
              where r.begun and r.cluster is not null returning id),
            moved as (
              update mandates m
              set organisation = p.successor, version = m.version + 1, updated_at = p.now
              from p, running r
              where m.id = r.id and not r.begun and r.cluster is not null returning m.id)
            update mandates m
            set until = p.effective, version = m.version + 1, updated_at = p.now
            from p, running r where m.id = r.id and r.begun""");
  }

  /**
   * A place is the successor's, on its own membership of the same cluster; where it has none there,
   * it takes from nobody's quota any more, and who waits for that gets places.
   */
  private void passRegistrations(Succession succession) {
    sql.written(
        succession,
        COMING
            + """
            select 1 from event_places where event in (select event from coming)
            order by event for update""",
        row -> row.getInt(1));
    List<UUID> freed =
        sql.written(
            succession,
            COMING
                + """
                , passed as (
                  update registrations r
                  set organisation = p.successor, membership = k.id, cluster = k.cluster,
                    version = r.version + 1, updated_at = p.now
                  from p cross join coming c
                  left join memberships m on m.id = c.membership
                  left join memberships k on k.cluster = m.cluster
                    and k.organisation = p.successor and k."from" <= p.day
                    and coalesce(k.until > p.day, true)
                  where r.id = c.id
                  returning r.event, c.membership is not null and k.id is null as is_free)
                select distinct event from passed where is_free order by event""",
            row -> row.getObject(1, UUID.class));
    freed.forEach(event -> dependants.forEach(one -> one.changed(event)));
  }
}
