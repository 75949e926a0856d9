package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.record.Owners;

/** Who gives and gets in a file: and who of them is known. */
@ApplicationScoped
class ScdlParties {
  private final Database database;
  private final ScdlOrganisations organisations;

  ScdlParties(Database database, ScdlOrganisations organisations) {
    this.database = database;
    this.organisations = organisations;
  }

  /** Who gives and gets, each once: the first name and SIRET that the file has for a number. */
  void find() {
    database.change("alter table scdl_lines add primary key (n)");
    database.change("analyze scdl_lines");
    database.change(
        """
        create temp table scdl_parties on commit drop as
        select p.number, p.siren, p.rna, p.funds,
          case when p.funds then l.funder_siret else l.siret end as siret,
          case when p.funds then l.funder_name else l.name end as name,
          null::uuid as cluster, null::uuid as organisation, false as fresh
        from (
          select coalesce(siren, rna) as number, min(siren) as siren, min(rna) as rna,
            bool_or(funds) as funds, coalesce(min(n) filter (where funds), min(n)) as first
          from (
            select n, funder_siren as siren, null as rna, true as funds from scdl_lines
            where not blocked
            union all
            select n, siren, rna, false from scdl_lines where not blocked) party
          group by coalesce(siren, rna)) p
        join scdl_lines l on l.n = p.first""");
    database.change("alter table scdl_parties add primary key (number)");
    database.change("analyze scdl_parties");
    findClusters();
    organisations.find();
  }

  /**
   * By their own numbers, or those of the organisation that they are. An RNA leads to none where
   * the SIREN beside it is another body's.
   */
  private void findClusters() {
    database.change(
        """
        update scdl_parties p set cluster = coalesce(known.cluster, c.id)
        from legal_numbers known left join clusters c on c.organisation = known.organisation
        where known.number = p.siren""");
    database.change(
        """
        update scdl_parties p set cluster = c.cluster from cluster_numbers c
        where p.cluster is null and c.rna = p.rna and (p.siren is null or (c.siren is null
          and not exists (select from legal_numbers taken where taken.number = p.siren)))""");
  }

  /** An editor enters what its clusters get, and only a file that has nothing else. */
  Owners owners() {
    boolean others =
        database
            .one(
                """
                select exists (select from scdl_lines l
                  join scdl_parties p on p.number = coalesce(l.siren, l.rna)
                  where not l.blocked and p.cluster is null)""",
                row -> row.getBoolean(1))
            .orElseThrow();
    return others ? Owners.administrators() : Owners.all(clusters());
  }

  /** The clusters that get something. */
  private List<UUID> clusters() {
    return database.all(
        """
        select distinct p.cluster from scdl_lines l
        join scdl_parties p on p.number = coalesce(l.siren, l.rna)
        where not l.blocked""",
        row -> row.getObject(1, UUID.class),
        List.of());
  }

  /** Who gets something in the file, by each of its numbers. */
  String claims() {
    return """
        select 'subsidies of ' || number from (
          select siren from scdl_lines where not blocked and siren is not null
          union
          select rna from scdl_lines where not blocked and rna is not null) one (number)""";
  }
}
