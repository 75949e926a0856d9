package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;

/**
 * Whom the lines of a file are about, as sets: each once, and who of them is known by an id or a
 * number.
 */
@ApplicationScoped
class MemberParties {
  static final String UUID_TEXT = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
  private final Database database;

  MemberParties(Database database) {
    this.database = database;
  }

  /** Whom each line is about, each once, and who of them is known by an id or a number. */
  void find() {
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
        where p.by_id and substr(p.party, 4) ~ '%s' and o.id = substr(p.party, 4)::uuid"""
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
