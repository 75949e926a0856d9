package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.database.Database;

/** Whom the lines of a file are about, as sets: each once, and who of them is known. */
@ApplicationScoped
class MemberParties {
  static final String UUID_TEXT = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
  private final Database database;
  private final MemberNumbers numbers;
  private final MemberNames names;

  MemberParties(Database database, MemberNumbers numbers, MemberNames names) {
    this.database = database;
    this.numbers = numbers;
    this.names = names;
  }

  /** Whom each line is about, each once, and who of them is known by an id, number or name. */
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
    numbers.find();
    names.find();
  }
}
