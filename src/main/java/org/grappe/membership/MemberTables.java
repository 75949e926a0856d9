package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.table.CopyRows;
import org.grappe.value.LegalIds;

/**
 * The tables in which the database itself holds a file while it is compared with the registry: they
 * last as long as the transaction. What is asked of a million lines is asked in one statement.
 */
@ApplicationScoped
class MemberTables {
  private static final String UUID_TEXT = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";
  private final Database database;

  MemberTables(Database database) {
    this.database = database;
  }

  void open() {
    database.change(
        """
        create temp table member_lines (
          n bigint, line bigint, blocked boolean,
          cluster text, cluster_said text, organisation text, name text, name_said text,
          siren text, siret text, rna text, city text, college text,
          applied date, "from" date, from_said text, until date, reason text
        ) on commit drop""");
  }

  /** A line as the database loads it. */
  static void add(CopyRows rows, long n, MemberLine line, String cluster, boolean isBlocked) {
    rows.add(
        n,
        line.number(),
        isBlocked,
        cluster,
        line.cells().text(MemberColumn.CLUSTER),
        line.organisation(),
        line.named().name(),
        line.cells().text(MemberColumn.NAME),
        LegalIds.siren(line.named().siren(), line.named().siret()),
        line.named().siret(),
        line.named().rna(),
        line.named().city(),
        line.college(),
        line.appliedOn(),
        line.from(),
        line.cells().text(MemberColumn.FROM),
        line.until(),
        line.endReason());
  }

  void load(String rows) {
    database.copy("copy member_lines from stdin (format csv)", rows);
  }

  /** Which clusters the lines name; answers those that there are. */
  List<UUID> findClusters() {
    database.change("analyze member_lines");
    database.change(
        """
        create temp table member_clusters on commit drop as
        select key, coalesce(
          case when lower(key) ~ %s then (select id from clusters where id = key::uuid) end,
          (select id from clusters where slug = key)) as id
        from (select distinct cluster from member_lines where cluster is not null) said (key)"""
            .formatted(UUID_TEXT));
    database.change("alter table member_clusters add primary key (key)");
    return database.all(
        "select distinct id from member_clusters where id is not null order by id",
        row -> row.getObject(1, UUID.class),
        List.of());
  }

  /** The clusters that are written to, in the one order in which they are claimed and locked. */
  String claims() {
    return "select distinct 'members of ' || id from member_clusters where id is not null";
  }

  /** Holds the clusters as they are, before what belongs to them. */
  void lockClusters() {
    database.one(
        """
        select count(*) from (
          select from clusters where id in (select id from member_clusters) order by id for share) c""",
        row -> row.getLong(1));
  }

  /** Whom each line is about, each once, and who of them is known by an id or a number. */
  void findParties() {
    database.change(
        """
        create temp table member_keyed on commit drop as
        select l.*, c.id as cluster_id, plain(l.name) as plain_name,
          lower(regexp_replace(btrim(l.name), '\\s+', ' ', 'g')) as written,
          case
            when l.organisation is not null then 'id ' || lower(l.organisation)
            when l.siren is not null then 'siren ' || l.siren
            when l.rna is not null then 'rna ' || l.rna
            when c.id is not null and l.name is not null then
              'name ' || c.id || ' ' || lower(regexp_replace(btrim(l.name), '\\s+', ' ', 'g'))
                || chr(31) || coalesce(plain(l.city), '')
          end as party
        from member_lines l left join member_clusters c on c.key = l.cluster""");
    database.change("alter table member_keyed add primary key (n)");
    database.change("drop table member_lines");
    database.change("analyze member_keyed");
    database.change(
        """
        create temp table member_parties on commit drop as
        select distinct on (party) party, cluster_id, n as first, name, plain_name, siren, siret, rna,
          city, null::uuid as id, false as fresh, null::text as rule,
          organisation is not null as by_id, party like 'name %' as by_name
        from member_keyed
        where not blocked and cluster_id is not null and party is not null
        order by party, name is null, n""");
    database.change("alter table member_parties add primary key (party)");
    database.change("analyze member_parties");
    database.change(
        """
        update member_parties p set id = o.id from organisations o
        where p.by_id and substr(p.party, 4) ~ %s and o.id = substr(p.party, 4)::uuid"""
            .formatted(UUID_TEXT));
    database.change("update member_parties set rule = 'organisation' where by_id and id is null");
    findNumbered();
  }

  private void findNumbered() {
    database.change(
        """
        update member_parties p set id = o.id from organisations o
        where not p.by_id and o.siren = p.siren""");
    database.change(
        """
        update member_parties p set id = o.id from organisations o
        where not p.by_id and not p.by_name and p.siren is null and o.rna = p.rna""");
    // a cluster's own number is no organisation's
    database.change(
        """
        update member_parties p set rule = 'number-of-cluster' from legal_numbers taken
        where p.id is null and not p.by_id and taken.cluster is not null
          and (taken.number in (p.siren, p.siret) or (p.siren is null and taken.number = p.rna))""");
    // who has a SIREN and an RNA may be known by either
    database.change(
        """
        update member_parties p set id = new_id(), fresh = true
        where id is null and rule is null and not by_id and siren is not null and name is not null""");
    doubtNumbers();
    database.change(
        """
        update member_parties p set id = known.id
        from (
          select distinct on (rna) rna, id from member_parties
          where siren is not null and rna is not null and id is not null order by rna, party) known
        where p.id is null and not p.by_id and not p.by_name and p.siren is null and p.rna = known.rna""");
    database.change(
        """
        update member_parties p set id = new_id(), fresh = true
        where id is null and rule is null and not by_id and not by_name and siren is null
          and name is not null""");
    doubtNumbers();
    database.change(
        "update member_parties set rule = 'name' where id is null and not by_name and rule is null");
  }

  /**
   * Whoever is new by its number, while a member of the very cluster has its name, and no number or
   * city that speaks against it, may be that member, entered before its number was known. Names are
   * made plain once for each member, not for each line that is compared with it.
   */
  private void doubtNumbers() {
    database.change(
        """
        with known as materialized (
          select m.cluster, plain(o.name) as plain_name, o.siren, o.rna, plain(o.city) as city
          from memberships m join organisations o on o.id = m.organisation
          where m.cluster in (select cluster_id from member_keyed)),
        doubted as materialized (
          select distinct p.party
          from member_parties p
          join member_keyed l on l.party = p.party
          join known k on k.cluster = l.cluster_id and k.plain_name = l.plain_name
          where p.fresh and not p.by_name and not l.blocked and l.plain_name <> ''
            and (k.siren is null or p.siren is null) and (k.rna is null or p.rna is null)
            and (k.city is null or l.city is null or k.city = plain(l.city)))
        update member_parties p set id = null, fresh = false, rule = 'doubtful'
        from doubted d where d.party = p.party""");
  }
}
