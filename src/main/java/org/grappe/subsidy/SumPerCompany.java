package org.grappe.subsidy;

/** What a sum comes to for each company of its territory. */
final class SumPerCompany {
  /**
   * The territory of each group, and how many companies it has. Thousands of groups have a few
   * territories, so each is asked about once.
   */
  private static final String COMPANIES =
      """
      , territories as materialized (
        select t.lists, t.place, c.code, c.several
        from (select distinct coalesce(regions, '[]') as lists, %s as place from %s) t
        cross join lateral (select %s from (
            select array_agg(distinct b.code) as codes
            from jsonb_array_elements(t.lists) a(list), jsonb_array_elements_text(list) b(code)) all_codes) c)
      , companies as materialized (
        select c.code, g.value, jsonb_build_object('id', g.id,
          'region', jsonb_build_object('code', r.code, 'name', r.name),
          'sector', g.subject -> 'sector', 'value', g.value, 'asOf', g.as_of,
          'qualifier', g.qualifier,
          'sources', cited(jsonb_build_object('sources', g.sources))) as figure
        from (select distinct code from territories) c
        left join regions r on r.code = c.code
        cross join lateral (
          select f.id, f.subject, f.value, f.as_of, f.qualifier, f.sources from figures f
          where f.subject_region = c.code and f.metric = 'COMPANIES' and f.nature = 'REPORTED'
            and f.compared_to is null and f.of is null and first_day(f.as_of) <= :on
            and (:sector = '' or plain(f.subject ->> 'sector') = plain(:sector))
          order by f.as_of collate "C" desc, f.id desc limit 1) g)
      """;

  private static final String QUOTIENTS =
      """
      left join territories land on land.lists = coalesce(t.regions, '[]') and land.place = %s
      left join companies there on there.code = land.code
      cross join lateral (
        select jsonb_strip_nulls(jsonb_build_object(
          'companies', there.figure,
          'reason', case when land.several then 'SEVERAL_TERRITORIES'
            when land.code is null then 'NO_TERRITORY' when there.figure is null then 'NO_FIGURE'
            when there.value <= 0 then 'DIVISOR_NOUGHT' end))
          || quotients(there.value,
            t.reported, t.announced, t.budgeted, t.voted, t.agreed, t.paid) as per_company) pc
      """;

  /** The territory is the group's, or the one that was asked for, or the only one there is. */
  private static final String ASKED_TERRITORY =
      """
      coalesce(nullif(:region, ''), case when cardinality(codes) = 1 then codes[1] end) as code,
      :region = '' and cardinality(codes) > 1 as several""";

  private SumPerCompany() {}

  /** What is worked out before the groups are told. */
  static String tables(SumKeys keys, String groups) {
    return COMPANIES.formatted(
        place(keys, ""),
        groups,
        keys.has("region") ? "nullif(t.place, '') as code, false as several" : ASKED_TERRITORY);
  }

  static String quotients(SumKeys keys) {
    return QUOTIENTS.formatted(place(keys, "t."));
  }

  /** Of groups by region the one of the group. */
  private static String place(SumKeys keys, String of) {
    return keys.has("region") ? "coalesce(" + of + "region, '')" : "''";
  }
}
