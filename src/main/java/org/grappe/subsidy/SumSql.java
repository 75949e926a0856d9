package org.grappe.subsidy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statement that sums what the filters of the lines find. */
final class SumSql {
  /** What is read of each line. */
  static final String COLUMNS =
      """
      l.id, l.currency, s.status, s.status = 'CANCELLED' as cancelled,
      s.amount is null and s.status is distinct from 'CANCELLED' as unknown,
      s.reported, s.announced, s.budgeted, s.voted, s.agreed, s.paid, l.fundings, l.weights,
      s.until = 'infinity' as settled,
      h.id as holder, l.programme, l.organisation, l.sector_region,
      l.beneficiary -> 'sector' ->> 'name' as sector_name, %s as region, l.fiscal_year"""
          .formatted(LineSql.REGION);

  /** The columns that tell a group apart. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "beneficiary",
              List.of("holder", "programme", "organisation", "sector_region", "sector_name"),
          "funder", List.of("funder"),
          "origin", List.of("origin"),
          "region", List.of("region"),
          "fiscalYear", List.of("fiscal_year"),
          "status", List.of("status"));

  /** Every territory that is compared, also where nothing was found of it. */
  private static final String COMPARED =
      """
      , compared as (
        select a.n as place, a.region, m.currency, t.holders, t.regions, t.others, t.sectors, t.elsewhere,
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

  /** Where a sector has money, and where others have: the ones may be part of the others. */
  private static final String OVERLAP =
      """
      array_agg(distinct sector_region) filter (where sector_region is not null) as sectors,
        array_agg(distinct region) filter (where sector_region is null and region is not null) as elsewhere""";

  private static final String MAY_OVERLAP =
      """
      (select true from jsonb_array_elements(t.sectors) a cross join jsonb_array_elements_text(a) sector
        cross join jsonb_array_elements(t.elsewhere) b cross join jsonb_array_elements_text(b) other
        where other = any(regions_found(sector)) or sector = any(regions_found(other)) limit 1) as may_overlap""";

  private SumSql() {}

  static String of(List<String> by, boolean perMember, boolean perCompany, boolean compares) {
    List<String> columns = by.stream().flatMap(group -> KEYS.get(group).stream()).toList();
    String keys = columns.stream().map(column -> column + ", ").collect(Collectors.joining());
    String territory =
        by.contains("region") ? "t.region as code, false as several" : SumQuotients.ASKED_TERRITORY;
    return SumParts.of(by)
        + summed(keys, perMember ? HOLDERS : NO_HOLDERS, perCompany ? REGIONS : NO_REGIONS)
        + totals(keys)
        + (compares ? COMPARED : "")
        + (perMember ? SumQuotients.MEMBERS.formatted(compares ? "compared" : "totals") : "")
        + "select "
        + columns(by, perMember, perCompany, compares)
        + "\nfrom "
        + (compares ? "compared t\n" : "totals t\n")
        + joins(by)
        + (perMember ? SumQuotients.PER_MEMBER : "")
        + (perCompany ? SumQuotients.PER_COMPANY.formatted(territory) : "")
        + "order by "
        + (compares ? "t.place, " : order(by))
        + "t.currency";
  }

  /**
   * What each group has from each origin.
   *
   * @param keys the columns that tell a group apart, each with a comma
   */
  private static String summed(String keys, String holders, String regions) {
    return """
        , summed as (
          select %1$s currency, origin as part_origin, %2$s, %3$s, %4$s,
            count(*) filter (where first) as lines,
            count(*) filter (where first and unknown) as without,
            coalesce(sum(reported), 0) as reported, coalesce(sum(announced), 0) as announced,
            coalesce(sum(budgeted), 0) as budgeted, coalesce(sum(voted), 0) as voted,
            coalesce(sum(agreed), 0) as agreed, coalesce(sum(paid), 0) as paid
          from split group by %1$s currency, part_origin)
        """
        .formatted(keys, holders, regions, OVERLAP);
  }

  /** What each group has in all, and of it from each origin. */
  private static String totals(String keys) {
    return """
        , totals as (
          select %1$s currency, jsonb_agg(coalesce(holders, '{}')) as holders, jsonb_agg(coalesce(regions, '{}')) as regions,
            jsonb_agg(coalesce(sectors, '{}')) as sectors, jsonb_agg(coalesce(elsewhere, '{}')) as elsewhere,
            bool_or(others) as others, sum(lines)::bigint as lines, sum(without)::bigint as without,
            sum(reported) as reported, sum(announced) as announced, sum(budgeted) as budgeted,
            sum(voted) as voted, sum(agreed) as agreed, sum(paid) as paid,
            jsonb_agg(jsonb_build_object('origin', part_origin, 'reported', round(reported, 2),
              'announced', round(announced, 2), 'budgeted', round(budgeted, 2),
              'voted', round(voted, 2), 'agreed', round(agreed, 2), 'paid', round(paid, 2))
              order by part_origin) as origins
          from summed group by %1$s currency)
        """
        .formatted(keys);
  }

  private static String columns(
      List<String> by, boolean perMember, boolean perCompany, boolean compares) {
    return String.join(
        ",\n",
        by.contains("beneficiary")
            ? """
            jsonb_strip_nulls(jsonb_build_object('cluster', named(b.id, {b.name}, b.slug),
              'programme', named(g.id, g.name), 'organisation', named(o.id, {o.name}),
              'sector', case when z.code is not null then jsonb_build_object(
                'region', jsonb_build_object('code', z.code, 'name', z.name),
                'name', t.sector_name) end)) as beneficiary"""
            : "null as beneficiary",
        by.contains("funder")
            ? "t.funder as funder_id, coalesce({k.name}, {q.name}) as funder_name, k.slug as funder_slug"
            : "null::uuid as funder_id, null as funder_name, null as funder_slug",
        by.contains("origin") ? "t.origin" : "null as origin",
        by.contains("region")
            ? "y.code as region_code, y.name as region_name"
            : "null as region_code, null as region_name",
        by.contains("fiscalYear") ? "t.fiscal_year" : "null::int as fiscal_year",
        by.contains("status") ? "t.status" : "null as status",
        """
        t.currency, round(t.reported, 2) as reported, round(t.announced, 2) as announced,
        round(t.budgeted, 2) as budgeted, round(t.voted, 2) as voted,
        round(t.agreed, 2) as agreed, round(t.paid, 2) as paid, t.lines,
        t.without as lines_without_amount""",
        MAY_OVERLAP,
        (by.contains("origin") ? "null" : "t.origins") + " as origins",
        (perMember ? "pm.per_member" : "null") + " as per_member",
        (perCompany ? "pc.per_company" : "null") + " as per_company",
        (compares ? SumQuotients.RATIOS : "null") + " as ratios");
  }

  private static String joins(List<String> by) {
    return (by.contains("beneficiary")
            ? """
            left join clusters b on b.id = t.holder
            left join programmes g on g.id = t.programme
            left join organisations o on o.id = t.organisation
            left join regions z on z.code = t.sector_region
            """
            : "")
        + (by.contains("funder")
            ? """
            left join clusters k on k.id = t.funder
            left join organisations q on q.id = t.funder
            """
            : "")
        + (by.contains("region") ? "left join regions y on y.code = t.region\n" : "");
  }

  private static String order(List<String> by) {
    Map<String, String> orders =
        Map.of(
            "beneficiary",
                "coalesce({b.name}, g.name, {o.name}, z.name), t.sector_name, t.holder, ",
            "funder", "coalesce({k.name}, {q.name}), t.funder, ",
            "origin", "t.origin, ",
            "region", "t.region, ",
            "fiscalYear", "t.fiscal_year, ",
            "status", "t.status, ");
    return by.stream().map(orders::get).collect(Collectors.joining());
  }
}
