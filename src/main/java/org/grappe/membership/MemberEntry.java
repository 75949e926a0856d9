package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.grappe.database.Database;
import org.grappe.imports.Overtaken;

/** Enters what the lines of a file make, as sets. */
@ApplicationScoped
class MemberEntry {
  private final Database database;

  MemberEntry(Database database) {
    this.database = database;
  }

  /**
   * Enters the organisations that are not there and that a line is made for.
   *
   * @throws Overtaken where another has entered one of them in the meantime
   */
  void enterOrganisations(Instant now) {
    database.change(
        """
        create temp table member_entered on commit drop as
        select p.*, row_number() over (partition by p.rna order by p.party) as turn
        from member_parties p
        where p.fresh and p.id in (select organisation from member_made)""");
    int entered =
        database.change(
            """
            insert into organisations (id, created_at, updated_at, name, kind, siren, siret, rna, city)
            select p.id, now.at, now.at, p.name,
              case when p.rna is null then 'COMPANY' else 'ASSOCIATION' end, p.siren, p.siret,
              case when turn = 1 and not exists (select from legal_numbers l where l.number = p.rna)
                then p.rna end,
              p.city
            from member_entered p, (select ?::timestamptz as at) now
            order by p.party
            on conflict do nothing""",
            now);
    long wanted =
        database.one("select count(*) from member_entered", row -> row.getLong(1)).orElseThrow();
    if (entered < wanted) {
      throw new Overtaken();
    }
  }

  /** Enters a stretch of the memberships; answers how many. What a merger ended goes on. */
  long enter(long from, long until, Instant now) {
    long entered = enterLines(from, until, now);
    database.one(
        """
        select count(*) from continue_late(array(
          select m.id from member_made k
          join memberships m on m.cluster = k.cluster_id and m.organisation = k.organisation
            and m."from" = k."from" and m.until = k.until
          where k.n >= ? and k.n < ? and (k.cluster_id, k.reason) in (
              select cluster_id, reason from member_ends)), ?)""",
        row -> row.getLong(1),
        from,
        until,
        now);
    handBySpinOffs(from, until, now);
    return entered;
  }

  /** Those that a spin-off took before they ended: their ends are those of what goes on. */
  private void handBySpinOffs(long from, long until, Instant now) {
    database.one(
        """
        select count(*) from cut_late(array(
          select m.id from member_made k
          join memberships m on m.cluster = k.cluster_id and m.organisation = k.organisation
            and m."from" = k."from" and m.until = k.until
          where k.n >= ? and k.n < ? and k.cut_on is not null), '-infinity', ?)""",
        row -> row.getLong(1),
        from,
        until,
        now);
    database.one(
        """
        select count(*) from (
          select k.until, k.reason, array_agg(m.id order by k.n) as ids
          from member_made k
          join memberships m on m.cluster = k.cluster_id and m.organisation = k.organisation
            and m."from" = k."from" and m.until = k.cut_on
          where k.n >= ? and k.n < ? group by k.until, k.reason) taken
        cross join lateral continue_late(taken.ids, ?, taken.until, taken.reason)""",
        row -> row.getLong(1),
        from,
        until,
        now);
  }

  private long enterLines(long from, long until, Instant now) {
    return database.change(
        """
        insert into memberships (id, created_at, updated_at, cluster, organisation, college, applied_on,
          "from", until, end_reason)
        select new_id(), now.at, now.at, cluster_id, organisation, college, applied, "from", until, reason
        from member_made, (select ?::timestamptz as at) now
        where n >= ? and n < ?
        order by n""",
        now,
        from,
        until);
  }
}
