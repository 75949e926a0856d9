package org.grappe.merger;

import org.grappe.query.Dated;

/** What the listings of mergers and divisions tell alike. */
final class UndertakingSql {
  /** Its steps, from its announcement on. */
  static final String STEPS =
      """
      jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('id', g.id, 'kind', 'ANNOUNCED',
        'on', g.announced_on, 'sources', '[]'::jsonb,
        'plannedFor', case when g.steps @> '[{"kind": "POSTPONED"}]'
          then g.first_planned_for else g.planned_for end))) || t.steps as steps\
      """;

  static final String EXISTS_WHEN = "g.announced_on is null or first_day(g.announced_on) <= :on";

  private UndertakingSql() {}

  /**
   * What is told of others: the clusters that it names together, as {@code p}, its ballots, the
   * sources of its steps and its mapping of colleges.
   *
   * @param clusters the column that names them
   * @param subject the column of its ballots that names it
   */
  static String dressed(String clusters, String ballots, String subject) {
    return """
        left join lateral (
          select array_agg(c.id order by n) as ids, array_agg({c.name} order by n) as names,
            array_agg(c.slug order by n) as slugs
          from unnest(g.%s) with ordinality named(id, n)
          join clusters c on c.id = named.id) p on true
        left join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('id', b.id,
              'party', jsonb_build_object('id', c.id, 'name', {c.name}, 'slug', c.slug),
              'onMerger', coalesce(b.on_merger, true), 'assembly', b.assembly, 'decision', b.decision)
            order by b.assembly_on, b.created_at, b.id), '[]') as ballots
          from %s b join clusters c on c.id = b.party where b.%s = g.id) b on true
        left join lateral (
          select coalesce(jsonb_agg(step || jsonb_build_object('sources', (
              select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.title)
                order by x.title), '[]')
              from sources x where x.id in (
                select jsonb_array_elements_text(step -> 'sources')::uuid)))
            order by n), '[]') as steps
          from jsonb_array_elements(g.steps) with ordinality done(step, n)) t on true
        left join lateral (
          select coalesce(jsonb_agg(jsonb_build_object(
              'from', jsonb_build_object('id', f.id, 'name', f.name),
              'to', jsonb_build_object('id', t.id, 'name', t.name)) order by f.name),
            '[]') as college_mapping
          from jsonb_array_elements(g.college_mapping) x
          join colleges f on f.id = (x ->> 'from')::uuid
          join colleges t on t.id = (x ->> 'to')::uuid) m on true
        """
        .formatted(clusters, ballots, subject);
  }

  /**
   * Whether one of its clusters is of a region.
   *
   * @param clusters an array of them
   */
  static String inRegion(String clusters) {
    return """
        exists (select from clusters c
          where c.id = any(%s)
            and %s)\
        """
        .formatted(clusters, Dated.either("{c.region} = any(array(select region_family(:v)))"));
  }
}
