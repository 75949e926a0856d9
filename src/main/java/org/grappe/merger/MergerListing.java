package org.grappe.merger;

import org.grappe.query.Dated;
import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** How mergers are read, and what can be asked of them. */
final class MergerListing {
  private static final String STATUS =
      "merger_status(g.id, merger_voters(g.kind, g.parties, g.result), g.effective_on, g.abandoned_on, :on)";

  static final Listing<MergerView> ALL =
      Listing.of(
              "/mergers",
              MergerView.class,
              """
              g.id, g.kind, g.version, g.created_at, g.updated_at, g.announced_on, g.planned_for,
              g.effective_on, g.abandoned_on, g.sources, g.statements, g.remarks,
              %s as status, r.id as result_id, {r.name} as result_name, r.slug as result_slug,
              p.ids as parties_id, p.names as parties_name, p.slugs as parties_slug,
              b.ballots, m.college_mapping,
              jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('id', g.id, 'kind', 'ANNOUNCED',
                'on', g.announced_on, 'sources', '[]'::jsonb,
                'plannedFor', case when g.steps @> '[{"kind": "POSTPONED"}]'
                  then g.first_planned_for else g.planned_for end))) || s.steps as steps\
              """
                  .formatted(STATUS),
              "mergers g")
          .dressedWith(
              """
              left join clusters r on r.id = g.result
              left join lateral (
                select array_agg(c.id order by n) as ids, array_agg({c.name} order by n) as names,
                  array_agg(c.slug order by n) as slugs
                from unnest(g.parties) with ordinality party(id, n)
                join clusters c on c.id = party.id) p on true
              left join lateral (
                select coalesce(jsonb_agg(jsonb_build_object('id', b.id,
                    'party', jsonb_build_object('id', c.id, 'name', {c.name}, 'slug', c.slug),
                    'onMerger', coalesce(b.on_merger, true), 'assembly', b.assembly, 'decision', b.decision)
                  order by b.assembly_on, b.created_at, b.id), '[]') as ballots
                from ballots b join clusters c on c.id = b.party where b.merger = g.id) b on true
              left join lateral (
                select coalesce(jsonb_agg(step || jsonb_build_object('sources', (
                    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.title)
                      order by x.title), '[]')
                    from sources x where x.id in (
                      select jsonb_array_elements_text(step -> 'sources')::uuid)))
                  order by n), '[]') as steps
                from jsonb_array_elements(g.steps) with ordinality done(step, n)) s on true
              left join lateral (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'from', jsonb_build_object('id', f.id, 'name', f.name),
                    'to', jsonb_build_object('id', t.id, 'name', t.name)) order by f.name),
                  '[]') as college_mapping
                from jsonb_array_elements(g.college_mapping) x
                join colleges f on f.id = (x ->> 'from')::uuid
                join colleges t on t.id = (x ->> 'to')::uuid) m on true\
              """)
          .temporal()
          .existsWhen("g.announced_on is null or first_day(g.announced_on) <= :on")
          .lineage(
              "clusters",
              "cluster",
              """
              g.result %1$s
              or g.id in (select merger from merger_parties where cluster %1$s)\
              """,
              "A party or the result, by slug or id.")
          .choice("status", MergerStatus.class, STATUS, "What it is on the day.")
          .text(
              "region",
              """
              exists (select from clusters c
                where c.id = any(g.parties || g.result)
                  and %s)\
              """
                  .formatted(Dated.either("{c.region} = any(array(select region_family(:v)))")),
              "The code of the region of a party or the result; a new one finds those it replaced.")
          .sortOptional("announcedOn", Sort.Kind.PARTIAL_DATE, "g.announced_on collate \"C\"")
          .sortOptional("effectiveOn", Sort.Kind.PARTIAL_DATE, "g.effective_on collate \"C\"")
          .sortedBy("announcedOn");

  private MergerListing() {}
}
