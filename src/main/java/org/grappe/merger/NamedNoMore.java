package org.grappe.merger;

import java.util.List;

/**
 * What a reversal takes away or hands back, others may name that have not taken effect, or no
 * longer have: they do not stand against it, and name it no more.
 */
final class NamedNoMore {
  private static final String GONE =
      """
      , gone as materialized (
        select n.division, n.merger, array_agg(n.thing) as things
        from p join history h on h.act = p.act and h.action = 'CREATED'
        join named_in_undertakings n on n.thing = h.record_id
        group by n.division, n.merger)
      """;

  private static final String FOREIGN =
      """
      , gone as materialized (
        select n.division, null::uuid as merger, array_agg(n.thing) as things
        from p join divisions d on d.cluster = any(p.results) and d.effective_on is null
        join named_in_undertakings n on n.division = d.id
        left join memberships m on m.id = n.membership
        left join events e on e.id = n.event
        left join conventions k on k.id = n.convention
        where m.cluster <> d.cluster or d.cluster <> all (k.parties)
          or (e.host_cluster is distinct from d.cluster and e.id is not null and not exists (
            select from shares s where s.event = e.id and s.cluster = d.cluster))
        group by n.division)
      """;

  private static final String DIVISIONS =
      """
      update divisions u
      set assignments = without_named(u.assignments, g.things),
        college_mapping = without_named(u.college_mapping, g.things),
        version = u.version + 1, updated_at = p.now
      from p, gone g where u.id = g.division""";

  private static final String MERGERS =
      """
      update mergers u
      set college_mapping = without_named(u.college_mapping, g.things),
        version = u.version + 1, updated_at = p.now
      from p, gone g where u.id = g.merger""";

  /** Before what the act made goes; each begins behind {@code p}. */
  static final List<String> STATEMENTS = List.of(GONE + DIVISIONS, GONE + MERGERS);

  /** Once what it handed over is back: a cluster assigns what is its own alone. */
  static final String HANDED_BACK = FOREIGN + DIVISIONS;

  private NamedNoMore() {}
}
