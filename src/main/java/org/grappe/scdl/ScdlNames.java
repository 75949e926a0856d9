package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.table.Header;
import org.grappe.table.LineFault;

/**
 * The names that a file has for those who get something, where they are known by others: each is
 * told once, and an organisation keeps it beside its own. A cluster's other names are for its
 * editors to say.
 */
@ApplicationScoped
class ScdlNames {
  private final Database database;
  private final Today today;

  ScdlNames(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Finds them; case, accents and signs make no other name. */
  void find() {
    database.change(
        """
        create temp table scdl_names on commit drop as
        select n, organisation, fresh, name, known,
          cluster is null and row_number() over (partition by holder order by n) <= room as kept
        from (
          select distinct on (holder, plain(l.name)) l.n, l.name, p.holder, p.cluster, p.organisation,
            p.fresh, p.known, p.room
          from (
            select coalesce(siren, rna) as number, name, min(n) as n from scdl_lines
            where not blocked and name is not null group by 1, 2) l
          join (
            select p.number, p.cluster, p.organisation, p.fresh,
              coalesce(p.cluster::text, p.organisation::text, p.number) as holder,
              coalesce(on_day(c.name, c.periods, 'name', d.today), on_day(o.name, o.periods, 'name', d.today),
                p.name, p.number) as known,
              array_remove(case
                when c.id is not null then array[c.name, c.acronym] || c.other_names || names_in(c.periods)
                when o.id is not null then o.name || o.other_names || names_in(o.periods)
                else array[coalesce(p.name, p.number)] end, null) as names,
              50 - coalesce(cardinality(o.other_names), 0) as room
            from scdl_parties p
            cross join (select ?::date as today) d
            left join clusters c on c.id = p.cluster
            left join organisations o on o.id = p.organisation and p.cluster is null) p using (number)
          where l.name <> all(p.names)
            and plain(l.name) not in (select plain(name) from unnest(p.names) name)
          order by holder, plain(l.name), l.n) other""",
        today.day());
    database.change("create index on scdl_names (n)");
    database.change("create index on scdl_names (organisation) where kept");
  }

  /** What is told of the lines of a stretch of the file. */
  List<LineFault> of(Header<ScdlColumn> header, long from, long until) {
    return database.all(
        """
        select l.line, s.name, s.known from scdl_names s join scdl_lines l using (n)
        where s.n >= ? and s.n < ? order by s.n""",
        row ->
            new LineFault(
                row.getLong(1),
                header.name(ScdlColumn.NOM_BENEFICIAIRE),
                row.getString(2),
                "other-name",
                false,
                row.getString(3)),
        List.of(from, until));
  }

  /** Gives them to the organisations that were there before; in one order, for locks. */
  void enter(Instant now) {
    database.change(
        """
        with named as (
          select o.id, array_agg(s.name order by s.n) as names
          from scdl_names s
          join (select id from organisations where id in (
              select organisation from scdl_names where kept and not fresh)
            order by id for no key update) o on o.id = s.organisation
          where s.kept and not s.fresh
          group by o.id)
        update organisations o
        set other_names = (o.other_names || array(
            select name from unnest(named.names) with ordinality added (name, turn)
            where plain(name) not in (select plain(had) from unnest(o.other_names) had)
            order by turn))[1:50],
          version = o.version + 1, updated_at = ?
        from named where named.id = o.id""",
        now);
  }
}
