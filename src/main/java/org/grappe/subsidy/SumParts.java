package org.grappe.subsidy;

import java.util.stream.Collectors;

/** The parts into which a sum divides lines, by who funds them and where that comes from. */
final class SumParts {
  private SumParts() {}

  /**
   * As the groups of a sum need them.
   *
   * @param lines the table of the lines
   * @param years whether that tells them apart by years
   */
  static String of(SumKeys keys, String lines, boolean years) {
    String told =
        keys.by().stream()
            .filter(group -> group.equals("funder") || group.equals("origin"))
            .map(group -> "u." + group)
            .collect(Collectors.joining(", "));
    String split =
        told.isEmpty()
            ? split("1", "f.unknown", "first")
            : split(told, "f.unknown or (u.untold and not f.cancelled)", first(keys));
    return split
        .replace("from found f", "from " + lines + " f")
        .replace("f.fiscal_year,", years ? "f.fiscal_year, f.year, f.counted," : "f.fiscal_year,");
  }

  /**
   * Each line in its parts, by funding. A line of one part is left whole; where a funding tells no
   * share, what it comes to isn't known.
   *
   * @param part what tells the parts of a line apart in its group
   * @param unknown whether it isn't known what a part comes to
   * @param first the column of a part that is kept which says whether it is the first of those
   */
  private static String split(String part, String unknown, String first) {
    return """
        , split as not materialized (
          select f.id, f.currency, f.status, f.holder, f.programme, f.organisation, f.sector_region,
            f.sector_name, f.region, f.fiscal_year, x.*
          from found f cross join lateral (
            select coalesce(f.fundings -> 0 ->> 'origin', 'UNKNOWN') as origin,
              (f.fundings -> 0 ->> 'funder')::uuid as funder, true as first, f.unknown,
              f.reported, f.announced, f.budgeted, f.voted, f.agreed, f.paid
            where f.weights[2] is null or (f.weights[2] = 0 and f.weights[3] is null)
            union all
            select u.origin, u.funder, row_number() over (partition by %1$s order by u.n) = 1,
              %2$s, u.reported, u.announced, u.budgeted, u.voted, u.agreed, u.paid
            from (
              select u.n, coalesce(g.funding ->> 'origin', 'UNKNOWN') as origin,
                (g.funding ->> 'funder')::uuid as funder,
                u.weight = 0 and g.n is not null and not jsonb_exists_any(g.funding, array['share', 'amount'])
                  and g.funding ->> 'rest' <> 'true' as untold,
                u.reported, u.announced, u.budgeted, u.voted, u.agreed, u.paid
              from (select apportion(f.reported, f.weights) as reported, apportion(f.paid, f.weights) as paid
                    offset 0) a
              cross join lateral (select case when f.announced = f.reported then a.reported
                else apportion(f.announced, f.weights) end as announced offset 0) b
              cross join lateral (select case when f.budgeted = f.announced then b.announced
                else apportion(f.budgeted, f.weights) end as budgeted offset 0) c
              cross join lateral (select case when f.voted = f.budgeted then c.budgeted
                else apportion(f.voted, f.weights) end as voted offset 0) d
              cross join lateral (select case when f.agreed = f.voted then d.voted
                else apportion(f.agreed, f.weights) end as agreed offset 0) e
              cross join lateral unnest(f.weights, a.reported, b.announced, c.budgeted, d.voted,
                e.agreed, a.paid) with ordinality
                u(weight, reported, announced, budgeted, voted, agreed, paid, n)
              left join jsonb_array_elements(f.fundings) with ordinality g(funding, n) on g.n = u.n
              where g.n is not null or (u.weight > 0 and (f.paid <> 0 or not f.unknown))) u
            where f.weights[2] > 0 or f.weights[3] is not null) x
          where not f.settled
          union all
          select f.id, f.currency, f.status, f.holder, f.programme, f.organisation, f.sector_region,
            f.sector_name, f.region, f.fiscal_year, u.origin, u.funder, u.%3$s, %2$s,
            u.reported, u.announced, u.budgeted, u.voted, u.agreed, u.paid
          from found f join subsidy_parts u on u.line = f.id
          where f.settled)
        """
        .formatted(part, unknown, first);
  }

  private static String first(SumKeys keys) {
    if (!keys.has("funder")) {
      return "first_of_origin";
    }
    return keys.has("origin") ? "first_of_both" : "first_of_funder";
  }
}
