package org.grappe.merger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.grappe.cluster.ClusterKey;
import org.grappe.database.Database;
import org.grappe.problem.Problems;
import org.grappe.query.AsOf;
import org.grappe.query.ListReader;
import org.grappe.query.Scope;
import org.grappe.value.Documents;

/** Reads a family of clusters, in one statement however deep it goes. */
@ApplicationScoped
class Lineages {
  private static final String FAMILY =
      """
      with asked as (select ?::date as day), family as (
        select c.id, c.slug, on_day(c.name, c.periods, 'name', asked.day) as name, c.announced_on, c.founded_on, c.dissolved_on, c.followed_on,
          c.followed_by, c.divided_into
        from clusters c cross join asked
        where c.id in (select family_of((select id from clusters where id = %s), asked.day)))
      select
        (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'id', c.id, 'slug', c.slug, 'name', c.name, 'foundedOn', c.founded_on,
            'dissolvedOn', c.dissolved_on, 'followedOn', c.followed_on,
            'status', cluster_status(c.announced_on, c.founded_on, c.dissolved_on, c.followed_on, c.divided_into, asked.day),
            'followedBy', case when f.id is not null then
              jsonb_build_object('id', f.id, 'name', on_day(f.name, f.periods, 'name', asked.day), 'slug', f.slug)
              end))
          order by coalesce(c.founded_on, c.followed_on, '9999') collate "C", c.name, c.id), '[]')
          from family c cross join asked left join clusters f on f.id = c.followed_by)::text,
        (select coalesce(jsonb_agg(jsonb_build_object(
            'id', g.id, 'kind', g.kind, 'effectiveOn', g.effective_on,
            'parties', (select jsonb_agg(jsonb_build_object(
                'id', p.id, 'name', p.called, 'slug', p.slug) order by p.called, p.id)
              from (select p.id, p.slug, on_day(p.name, p.periods, 'name', asked.day) as called
                from clusters p where p.id = any(g.parties)) p),
            'result', jsonb_build_object('id', r.id, 'name', r.name, 'slug', r.slug))
          order by g.effective_on collate "C", g.id), '[]')
          from mergers g cross join asked join family r on r.id = g.result
          where first_day(g.effective_on) <= asked.day)::text,
        (select coalesce(jsonb_agg(jsonb_build_object(
            'id', d.id, 'kind', d.kind, 'effectiveOn', d.effective_on,
            'cluster', jsonb_build_object('id', s.id, 'name', s.name, 'slug', s.slug),
            'results', (select jsonb_agg(jsonb_build_object(
                'id', r.id, 'name', r.called, 'slug', r.slug) order by r.called, r.id)
              from (select r.id, r.slug, on_day(r.name, r.periods, 'name', asked.day) as called
                from clusters r where r.id = any(d.results)) r))
          order by d.effective_on collate "C", d.id), '[]')
          from divisions d cross join asked join family s on s.id = d.cluster
          where first_day(d.effective_on) <= asked.day)::text""";

  private final Database database;
  private final ListReader reader;

  Lineages(Database database, ListReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /** The family of a cluster on a day. */
  Lineage of(String cluster, String on, String knownAt) {
    ClusterKey key = ClusterKey.of(cluster);
    AsOf asOf = reader.asOf(on, knownAt, new Scope.Owner("clusters", cluster));
    LocalDate day = asOf.day();
    Lineage family =
        database
            .at(asOf.known())
            .all(
                FAMILY.formatted(key.sql("?")),
                row ->
                    new Lineage(
                        List.of(Documents.read(row.getString(1), Lineage.Member[].class)),
                        List.of(Documents.read(row.getString(2), Lineage.Union[].class)),
                        List.of(Documents.read(row.getString(3), Lineage.Split[].class))),
                List.of(day, key.value()))
            .get(0);
    if (family.clusters().isEmpty()) {
      throw Problems.notFound("clusters", cluster);
    }
    return family;
  }
}
