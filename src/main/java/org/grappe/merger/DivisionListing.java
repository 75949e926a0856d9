package org.grappe.merger;

import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** How divisions are read, and what can be asked of them. */
final class DivisionListing {
  private static final String STATUS =
      "merger_status(g.id, array[g.cluster], g.effective_on, g.abandoned_on, :on)";

  static final Listing<DivisionView> ALL =
      Listing.of(
              "/divisions",
              DivisionView.class,
              """
              g.id, g.kind, case when :alone and not (:admin or :edited::uuid[] <> '{}')
                then coalesce(told_version('divisions', g.id, :applications), g.version)
                else g.version end as version,
              g.created_at, g.updated_at, g.announced_on, g.planned_for,
              g.effective_on, g.abandoned_on, g.sources, g.statements, g.remarks,
              case when first_day(g.announced_on) > :on then null else %s end as status, s.id as cluster_id, {s.name} as cluster_name, s.slug as cluster_slug,
              coalesce(p.ids, '{}') as results_id, coalesce(p.names, '{}') as results_name,
              coalesce(p.slugs, '{}') as results_slug, b.ballots, m.college_mapping, a.assignments,
              %s\
              """
                  .formatted(STATUS, UndertakingSql.STEPS),
              "divisions g")
          .dressedWith(
              "join clusters s on s.id = g.cluster\n"
                  + UndertakingSql.dressed("results", "division_ballots", "division")
                  + """
              left join lateral (
                select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                    'membership', case when jsonb_exists(x, 'membership') then jsonb_build_object(
                      'id', x -> 'membership', 'name', (
                        select coalesce(m.organisation_name, {o.name}) from memberships m
                        join organisations o on o.id = m.organisation
                        where m.id = (x ->> 'membership')::uuid and m."from" is not null)) end,
                    'college', case when jsonb_exists(x, 'college') then jsonb_build_object(
                      'id', x -> 'college', 'name', (
                        select k.name from colleges k where k.id = (x ->> 'college')::uuid)) end,
                    'office', case when jsonb_exists(x, 'office') then jsonb_build_object(
                      'id', x -> 'office', 'name', (
                        select coalesce(o.city, o.territory) from offices o
                        where o.id = (x ->> 'office')::uuid)) end,
                    'convention', case when jsonb_exists(x, 'convention') then jsonb_build_object(
                      'id', x -> 'convention', 'name', (
                        select k.title from conventions k
                        where k.id = (x ->> 'convention')::uuid)) end,
                    'event', case when jsonb_exists(x, 'event') then jsonb_build_object(
                      'id', x -> 'event', 'name', (
                        select e.called from events e where e.id = (x ->> 'event')::uuid)) end,
                    'rest', x -> 'rest',
                    'to', coalesce((
                      select jsonb_build_object('id', c.id, 'name', {c.name}, 'slug', c.slug)
                      from clusters c where c.id = nullif(x ->> 'to', 'LEAVES')::uuid), '"LEAVES"')))
                  order by n), '[]') as assignments
                from jsonb_array_elements(g.assignments) with ordinality who(x, n)
                -- what was written before it was noted which are applications is told by these
                where :applications or g.cluster = any(:edited) or not (
                  jsonb_exists(x, 'application') or exists (
                    select from memberships m
                    where m.id = (x ->> 'membership')::uuid and m."from" is null))) a on true\
              """)
          .temporal()
          .existsWhen(UndertakingSql.EXISTS_WHEN)
          .lineage(
              "clusters",
              "cluster",
              """
              g.cluster %1$s
              or g.id in (select division from division_results where cluster %1$s)\
              """,
              "The cluster that comes apart or a result, by slug or id.")
          .choice("status", MergerStatus.class, STATUS, "What it is on the day.")
          .text(
              "region",
              UndertakingSql.inRegion("g.results || g.cluster"),
              """
              The code of the region of the cluster or a result; a new one finds those it replaced.""")
          .code("region")
          .sortOptional("announcedOn", Sort.Kind.PARTIAL_DATE, "g.announced_on collate \"C\"")
          .sortOptional("effectiveOn", Sort.Kind.PARTIAL_DATE, "g.effective_on collate \"C\"")
          .sortedBy("announcedOn");

  private DivisionListing() {}
}
