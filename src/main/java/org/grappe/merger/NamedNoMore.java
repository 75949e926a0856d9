package org.grappe.merger;

import java.util.List;

/**
 * What a reversal takes away, others may name that have not taken effect, or no longer have: they
 * do not stand against it, and name it no more.
 */
final class NamedNoMore {
  private static final String GONE =
      """
      , gone as materialized (
        select n.division, n.merger, n.thing::text
        from p join history h on h.act = p.act and h.action = 'CREATED'
        join named_in_undertakings n on n.thing = h.record_id)
      """;

  private static final String MAPPED =
      """
      college_mapping = (
          select coalesce(jsonb_agg(x order by n), '[]')
          from jsonb_array_elements(u.college_mapping) with ordinality a(x, n)
          where x ->> 'from' not in (select thing from gone)
            and x ->> 'to' not in (select thing from gone)),
        version = u.version + 1, updated_at = p.now
      """;

  private static final String ASSIGNED =
      """
      assignments = (
          select coalesce(jsonb_agg(x order by n), '[]')
          from jsonb_array_elements(u.assignments) with ordinality a(x, n)
          where coalesce(x ->> 'membership', x ->> 'college', x ->> 'office', x ->> 'convention',
            x ->> 'event', '') not in (select thing from gone)),
      """;

  /** Before what the act made goes; each begins behind {@code p}. */
  static final List<String> STATEMENTS =
      List.of(
          GONE
              + "update divisions u set "
              + ASSIGNED
              + MAPPED
              + "from p where u.id in (select division from gone)",
          GONE
              + "update mergers u set "
              + MAPPED
              + "from p where u.id in (select merger from gone)");

  private NamedNoMore() {}
}
