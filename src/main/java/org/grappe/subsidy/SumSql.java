package org.grappe.subsidy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.query.GroupKey;
import org.grappe.query.Groups;

/**
 * The statement that sums what the filters of the lines find.
 *
 * @param keys the groups
 * @param years whether figures are told apart by the years in which they were given
 */
record SumSql(
    SumKeys keys, boolean years, boolean perMember, boolean perCompany, boolean compares) {
  /** What is read of each line. */
  static final String COLUMNS =
      """
      l.id, l.currency, s.status, s.status = 'CANCELLED' as cancelled,
      s.amount is null and s.status is distinct from 'CANCELLED' as unknown,
      s.reported, s.announced, s.budgeted, s.voted, s.agreed, s.paid, l.fundings, l.weights,
      s.until = 'infinity' as settled, s.year as line_year, s.years, l.payments,
      h.id as holder, l.programme, l.organisation, l.sector_region,
      l.beneficiary -> 'sector' ->> 'name' as sector_name, %s as region, l.fiscal_year"""
          .formatted(LineSql.REGION);

  /** Every territory that is compared, also where nothing was found of it. */
  private static final String COMPARED =
      """
      , compared as (
        select a.n as place, a.region, m.currency, t.holders, t.regions, t.others, t.day,
          coalesce(t.lines, 0) as lines, coalesce(t.without, 0) as without,
          coalesce(t.reported, 0) as reported, coalesce(t.announced, 0) as announced,
          coalesce(t.budgeted, 0) as budgeted, coalesce(t.voted, 0) as voted,
          coalesce(t.agreed, 0) as agreed, coalesce(t.paid, 0) as paid, t.origins
        from unnest(string_to_array(replace(:compare, 'region:', ''), ','))
          with ordinality a(region, n)
        join regions r on r.code = a.region
        cross join (select distinct currency from totals
          union select 'EUR' where not exists (select from totals)) m
        left join totals t on t.region = a.region and t.currency = m.currency)
      """;

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

  Groups groups() {
    String groups = compares ? "compared" : "totals";
    String territory =
        keys.has("region") ? "t.region as code, false as several" : SumQuotients.ASKED_TERRITORY;
    return new Groups(
        made() + (perMember ? SumQuotients.MEMBERS.formatted(groups) : ""),
        groups,
        columns(),
        groups
            + " t\n"
            + keys.joins()
            + (perMember ? SumQuotients.PER_MEMBER : "")
            + (perCompany ? SumQuotients.PER_COMPANY.formatted(territory) : ""),
        compares
            ? new GroupKey(
                List.of(GroupKey.Part.number("t.place"), GroupKey.Part.text("t.currency")))
            : keys.order());
  }

  private String made() {
    String lines = years ? "yearly" : "found";
    boolean ofParts = keys.has("funder") || keys.has("origin");
    return (years ? SumYears.TABLE : "")
        + SumParts.of(keys, lines, years)
        + summed()
        + totals()
        + SumOverlap.table(keys, ofParts ? "split" : lines)
        + (compares ? COMPARED : "");
  }

  /** What each group has from each origin. */
  private String summed() {
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
            keys.listed(),
            perMember ? HOLDERS : NO_HOLDERS,
            perCompany ? REGIONS : NO_REGIONS,
            years ? " and counted" : "");
  }

  /** What each group has in all, and of it from each origin. */
  private String totals() {
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
        .formatted(keys.listed(), day());
  }

  /** The day whose members count: the last one of a year that is over. */
  private String day() {
    return Stream.of("year", "fiscalYear")
        .filter(keys::has)
        .map(group -> group.equals("year") ? "year" : "fiscal_year")
        .findFirst()
        .map(year -> "least(make_date(" + year + ", 12, 31), :on)")
        .orElse(":on::date");
  }

  private String columns() {
    return Stream.of(
            keys.named().stream(),
            Stream.of(
                """
                t.currency, round(t.reported, 2) as reported, round(t.announced, 2) as announced,
                round(t.budgeted, 2) as budgeted, round(t.voted, 2) as voted,
                round(t.agreed, 2) as agreed, round(t.paid, 2) as paid, t.lines,
                t.without as lines_without_amount""",
                SumOverlap.column(keys),
                (keys.has("origin") ? "null" : "t.origins") + " as origins",
                (perMember ? "pm.per_member" : "null") + " as per_member",
                (perCompany ? "pc.per_company" : "null") + " as per_company",
                (compares ? SumQuotients.RATIOS : "null") + " as ratios"))
        .flatMap(all -> all)
        .collect(Collectors.joining(",\n"));
  }
}
