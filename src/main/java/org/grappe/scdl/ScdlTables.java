package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.grappe.database.Database;
import org.grappe.table.LineFault;

/**
 * The tables in which the database itself holds a file while it is compared with the registry: they
 * last as long as the transaction. What is asked of a million lines is asked in one statement.
 */
@ApplicationScoped
class ScdlTables {
  private final Database database;

  ScdlTables(Database database) {
    this.database = database;
  }

  /** What would become of the lines. */
  record Counts(long made, long unchanged) {}

  void open() {
    database.change(
        """
        create temp table scdl_lines (
          n bigint, line bigint, blocked boolean,
          funder_name text, funder_siren text, funder_siret text,
          name text, siren text, siret text, rna text,
          day text, reference text, purpose text, amount numeric, share numeric, part numeric,
          nature text, conditions text, period text, rae text, notified boolean, scheme text,
          raw text
        ) on commit drop""");
  }

  void load(String rows) {
    database.copy("copy scdl_lines from stdin (format csv)", rows);
  }

  /** Compares the lines with those that are there. */
  Counts compare() {
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
        left join subsidies s on s.imported_key = k.key""");
    database.change("alter table scdl_rows add primary key (n)");
    database.change("analyze scdl_rows");
    knowByFormerParties();
    knowByHand();
    return database
        .one(
            "select count(*) filter (where not known), count(*) filter (where known) from scdl_rows",
            row -> new Counts(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  /** Who gives or gets was an organisation in an earlier file, while no cluster was known by it. */
  private void knowByFormerParties() {
    database.change(
        """
        update scdl_rows r set known = true
        from (select n, unnest(former_keys) as key from scdl_rows where not known) former
        join subsidies s on s.imported_key = former.key
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

  /** How many beneficiaries the file names, by their names. */
  long beneficiaries() {
    return database
        .one(
            "select count(distinct coalesce(name, siren, rna)) from scdl_lines",
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Finds the new lines that are in all but one thing as one of an earlier file. */
  void findSimilar() {
    database.change(
        """
        create temp table scdl_similar on commit drop as
        select distinct on (n) n, place
        from scdl_rows r
        cross join lateral unnest(r.alike) with ordinality a (hash, place)
        join (
          select hash, place
          from (
            select imported_alike from subsidies
            where organisation in (select organisation from scdl_rows where not known)
            union all
            select imported_alike from subsidies
            where cluster in (select cluster from scdl_rows where not known)) s
          cross join lateral unnest(imported_alike) with ordinality b (hash, place)) b
          using (hash, place)
        where not r.known and r.funder is not null and r.beneficiary is not null
        order by n, place""");
    database.change("alter table scdl_similar add primary key (n)");
  }

  /** Those of this stretch of the file, each with what differs. */
  List<LineFault> similar(long from, long until) {
    return database.all(
        """
        select l.line, d.name, d.value
        from scdl_similar s
        join scdl_lines l using (n)
        join lateral (values
          (1, 'montant', l.amount::text), (2, 'objet', l.purpose), (3, 'dateConvention', l.day),
          (4, 'referenceDecision', l.reference)) d (place, name, value) using (place)
        where s.n >= ? and s.n < ?
        order by s.n""",
        row ->
            new LineFault(
                row.getLong(1), row.getString(2), row.getString(3), "similar", false, null),
        List.of(from, until));
  }

  /** The known lines of this stretch whose share is not the one that is kept. */
  List<LineFault> differing(long from, long until) {
    return database.all(
        """
        select l.line, trim_scale(l.share)::text
        from scdl_rows r
        join scdl_lines l using (n)
        where r.n >= ? and r.n < ? and r.kept is not null
          and l.share * 100 <> coalesce(r.kept_share::numeric, -1)
        order by r.n""",
        row ->
            new LineFault(
                row.getLong(1), "pourcentageSubvention", row.getString(2), "differs", false, null),
        List.of(from, until));
  }

  /** Enters the new lines of this stretch of the file; answers how many. */
  long enter(long from, long until, Instant now) {
    return database.change(
        """
        insert into subsidies (id, created_at, updated_at, beneficiary, purpose, amount, fundings, steps,
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
}
