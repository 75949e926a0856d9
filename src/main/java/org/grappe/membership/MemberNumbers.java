package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.config.Today;
import org.grappe.database.Database;

/** Finds those who are told by a number: by a SIREN that they have or had, or by an RNA alone. */
@ApplicationScoped
class MemberNumbers {
  private final Database database;
  private final Today today;

  MemberNumbers(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  void find() {
    database.change(
        """
        update member_parties p set id = known.organisation from legal_numbers known
        where not p.by_id and known.number = p.siren and known.organisation is not null""");
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
          select m.cluster, plain(on_day(o.name, o.periods, 'name', d.today)) as plain_name, o.siren,
            o.rna, plain(on_day(o.city, o.periods, 'city', d.today)) as city
          from memberships m join organisations o on o.id = m.organisation
          cross join (select ?::date as today) d
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
        from doubted d where d.party = p.party""",
        today.day());
  }
}
