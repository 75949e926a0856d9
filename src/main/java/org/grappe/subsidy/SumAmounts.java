package org.grappe.subsidy;

import java.util.stream.Stream;

/** What each group of lines comes to, by origin and in all. */
final class SumAmounts {
  /** Whose the lines are, for what is divided by their members. */
  private static final String HOLDERS =
      """
      array_agg(distinct holder) filter (where holder is not null) as holders,
        bool_or(holder is null) as others""";

  private static final String NO_HOLDERS = "null::uuid[] as holders, null::boolean as others";

  /** Where the lines are, for what is divided by companies. */
  private static final String REGIONS =
      "array_agg(distinct region) filter (where region is not null) as regions";

  private static final String NO_REGIONS = "null::text[] as regions";

  private SumAmounts() {}

  static String tables(SumSql sum) {
    return summed(sum) + totals(sum.keys());
  }

  /** What each group has from each origin. */
  private static String summed(SumSql sum) {
    return """
        , summed as (
          select %1$s currency, origin as part_origin, %2$s, %3$s,
            count(*) filter (where first%4$s) as lines,
            count(*) filter (where first%4$s and unknown) as without,
            coalesce(sum(reported), 0) as reported, coalesce(sum(announced), 0) as announced,
            coalesce(sum(budgeted), 0) as budgeted, coalesce(sum(voted), 0) as voted,
            coalesce(sum(agreed), 0) as agreed, coalesce(sum(paid), 0) as paid
          from split group by %1$s currency, part_origin)
        """
        .formatted(
            sum.keys().listed(),
            sum.perMember() ? HOLDERS : NO_HOLDERS,
            sum.perCompany() ? REGIONS : NO_REGIONS,
            sum.years() ? " and counted" : "");
  }

  /** What each group has in all, and of it from each origin. */
  private static String totals(SumKeys keys) {
    return """
        , totals as (
          select %1$s currency, jsonb_agg(coalesce(holders, '{}')) as holders, jsonb_agg(coalesce(regions, '{}')) as regions,
            bool_or(others) as others, sum(lines)::bigint as lines, sum(without)::bigint as without,
            sum(reported) as reported, sum(announced) as announced, sum(budgeted) as budgeted,
            sum(voted) as voted, sum(agreed) as agreed, sum(paid) as paid, %2$s as day,
            jsonb_agg(jsonb_build_object('origin', part_origin, 'reported', round(reported, 2),
              'announced', round(announced, 2), 'budgeted', round(budgeted, 2),
              'voted', round(voted, 2), 'agreed', round(agreed, 2), 'paid', round(paid, 2))
              order by part_origin) as origins
          from summed group by %1$s currency)
        """
        .formatted(keys.listed(), day(keys));
  }

  /** The day whose members count: the last one of a year that is over. */
  private static String day(SumKeys keys) {
    return Stream.of("year", "fiscalYear")
        .filter(keys::has)
        .map(group -> group.equals("year") ? "year" : "fiscal_year")
        .findFirst()
        .map(year -> "least(make_date(" + year + ", 12, 31), :on)")
        .orElse(":on::date");
  }
}
