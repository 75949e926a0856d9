package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.grappe.database.Database;
import org.grappe.imports.Overtaken;

/** Enters the new lines of a file, and the organisations that are new with them. */
@ApplicationScoped
class ScdlEntry {
  private final Database database;

  ScdlEntry(Database database) {
    this.database = database;
  }

  /** Enters the new lines of this stretch of the file; answers how many. */
  long enter(long from, long until, Instant now) {
    return database.change(
        """
        insert into subsidy_lines (id, created_at, updated_at, beneficiary, purpose, amount, fundings, steps,
          reference, "grant", nature, payment_conditions, payment_period, eu_notified, rae_number,
          scheme, imported_line, imported_amount, imported_key, imported_alike)
        select new_id(), now.at, now.at,
          jsonb_strip_nulls(jsonb_build_object('cluster', r.cluster, 'organisation', r.organisation)),
          coalesce(l.purpose, ''), euros(l.part),
          jsonb_build_array(
            jsonb_build_object('funder', r.funder, 'origin', 'UNKNOWN', 'share', 100, 'rest', false)),
          jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
            'id', new_id(), 'at', ?::text, 'asLine', case when l.part is not null then true end,
            'status', 'AGREED', 'on', l.day, 'amount', euros(l.part), 'sources', '[]'::jsonb))),
          l.reference, jsonb_build_object('share', trim_scale(l.share * 100)), l.nature, l.conditions,
          l.period, l.notified, l.rae, l.scheme, l.raw, l.amount, r.key, r.alike
        from scdl_rows r join scdl_lines l using (n), (select ?::timestamptz as at) now
        where r.n >= ? and r.n < ? and not r.known
        order by r.n""",
        now.toString(),
        now,
        from,
        until);
  }

  /** Gives those that nobody knows an id; who has a SIREN and an RNA may be known by either. */
  void nameOrganisations() {
    database.change(
        """
        update scdl_parties p set organisation = new_id(), fresh = true
        where p.organisation is null and p.cluster is null and p.siren is not null""");
    database.change(
        """
        update scdl_parties p set organisation = known.organisation
        from (
          select distinct on (rna) rna, organisation from scdl_parties
          where fresh and rna is not null order by rna, number) known
        where p.organisation is null and p.cluster is null and p.rna = known.rna""");
    database.change(
        """
        update scdl_parties p set organisation = new_id(), fresh = true
        where p.organisation is null and p.cluster is null""");
    database.change(
        "set constraints fk_subsidy_lines_organisation, fk_funders_organisation deferred");
  }

  /**
   * Enters them, after the lines that name them.
   *
   * @throws Overtaken where another has entered one of them in the meantime
   */
  void enterOrganisations(Instant now) {
    int named =
        database.change(
            """
            insert into organisations (id, created_at, updated_at, name, kind, siren, siret, rna)
            select p.organisation, now.at, now.at, coalesce(p.name, p.number),
              case when p.funds then 'PUBLIC_BODY' when p.rna is null then 'COMPANY'
                else 'ASSOCIATION' end,
              p.siren, p.siret,
              case when turn = 1 and not exists (select from legal_numbers l where l.number = p.rna)
                then p.rna end
            from (
              select *, row_number() over (partition by rna order by number) as turn
              from scdl_parties where fresh) p,
              (select ?::timestamptz as at) now
            order by p.number
            on conflict do nothing""",
            now);
    if (named < fresh()) {
      throw new Overtaken();
    }
    database.change("set constraints all immediate");
  }

  private long fresh() {
    return database
        .one("select count(*) from scdl_parties where fresh", row -> row.getLong(1))
        .orElseThrow();
  }
}
