package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;
import org.grappe.imports.LineCounts;

/** Which lines of a file are there already: asked of a million of them in one statement. */
@ApplicationScoped
class ScdlComparison {
  private final Database database;

  ScdlComparison(Database database) {
    this.database = database;
  }

  /** Finds those that are there already, by whatever they were told before. */
  LineCounts compare() {
    database.change(
        """
        create temp table scdl_rows on commit drop as
        select k.*, s.id is not null and k.funder is not null and k.beneficiary is not null as known,
          s.id as kept, s."grant" -> 'share' as kept_share
        from (
          select n, cluster, organisation, former_beneficiary, funder, beneficiary,
            scdl_key(funder, beneficiary, day, reference, purpose, amount, turn) as key,
            case when former_funder is not null or former_beneficiary is not null then
              array_remove(array[
                case when former_funder is not null then
                  scdl_key(former_funder, beneficiary, day, reference, purpose, amount, turn) end,
                case when former_beneficiary is not null then
                  scdl_key(funder, former_beneficiary, day, reference, purpose, amount, turn) end,
                case when former_funder is not null and former_beneficiary is not null then
                  scdl_key(former_funder, former_beneficiary, day, reference, purpose, amount, turn) end],
                null) end as former_keys,
            scdl_alike(funder, beneficiary, day, reference, purpose, amount) as alike
          from (
            select *, row_number() over (
              partition by funder, beneficiary, day, reference, purpose, amount order by n) as turn
            from (
              select l.n, p.cluster,
                case when p.cluster is null then p.organisation end as organisation,
                coalesce(f.cluster, f.organisation) as funder,
                case when f.cluster is not null then f.organisation end as former_funder,
                case when p.cluster is not null then p.organisation end as former_beneficiary,
                coalesce(p.cluster, p.organisation) as beneficiary, l.day,
                coalesce(l.reference, '') as reference, coalesce(l.purpose, '') as purpose, l.amount
              from scdl_lines l
              join scdl_parties f on f.number = l.funder_siren
              join scdl_parties p on p.number = coalesce(l.siren, l.rna)
              where not l.blocked) named) turned) k
        left join subsidy_lines s on s.imported_key = k.key""");
    database.change("alter table scdl_rows add primary key (n)");
    database.change("analyze scdl_rows");
    knowByFormerParties();
    knowByHand();
    return database
        .one(
            """
            select count(*) filter (where not known), count(*) filter (where known),
              (select count(*) from scdl_lines where blocked)
            from scdl_rows""",
            LineCounts::of)
        .orElseThrow();
  }

  /** Who gives or gets was an organisation in an earlier file, while no cluster was known by it. */
  private void knowByFormerParties() {
    database.change(
        """
        update scdl_rows r set known = true
        from (select n, unnest(former_keys) as key from scdl_rows where not known) former
        join subsidy_lines s on s.imported_key = former.key
        where r.n = former.n""");
  }

  /** A line that was entered otherwise, exported and sent back is known too. */
  private void knowByHand() {
    database.change(
        """
        update scdl_rows r set known = true
        from (
          select scdl_key(funder, beneficiary, day, reference, purpose, amount,
              row_number() over (
                partition by funder, beneficiary, day, reference, purpose, amount
                order by created_at, id)) as key
          from agreed_by_hand
          where organisation in (select coalesce(organisation, former_beneficiary) from scdl_rows)
            or cluster in (select cluster from scdl_rows)) h
        where not r.known and r.key = h.key""");
  }
}
