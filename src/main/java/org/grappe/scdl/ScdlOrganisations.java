package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.grappe.database.Database;
import org.grappe.imports.Overtaken;

/** The organisations that give and get in a file: those that are known, and those that are new. */
@ApplicationScoped
class ScdlOrganisations {
  private final Database database;

  ScdlOrganisations(Database database) {
    this.database = database;
  }

  /** Finds those that are known. */
  void find() {
    database.change(
        """
        update scdl_parties p set organisation = known.organisation from legal_numbers known
        where p.organisation is null and known.number = p.siren
          and known.organisation is not null""");
    database.change(
        """
        update scdl_parties p set organisation = o.id from organisations o
        where p.organisation is null and o.rna = p.rna and (p.siren is null or o.siren is null)""");
  }

  /** Once they are claimed: who held a claim on them before may have entered them. */
  void hold() {
    find();
    name();
  }

  /** Gives those that nobody knows an id; who has a SIREN and an RNA may be known by either. */
  private void name() {
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
  void enter(Instant now) {
    int named =
        database.change(
            """
            insert into organisations (id, created_at, updated_at, name, other_names, kind, siren, siret, rna)
            select p.organisation, now.at, now.at, coalesce(p.name, p.number),
              array(select s.name from scdl_names s where s.organisation = p.organisation and s.kept order by s.n),
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
