package org.grappe.subsidy;

/** What a sum comes to for each company of its territory. */
final class SumPerCompany {
  static final String QUOTIENTS =
      """
      left join lateral (
        select jsonb_strip_nulls(jsonb_build_object(
          'companies', case when g.id is not null then jsonb_build_object('id', g.id,
            'region', jsonb_build_object('code', r.code, 'name', r.name),
            'sector', g.subject -> 'sector', 'value', g.value, 'asOf', g.as_of,
            'qualifier', g.qualifier,
            'sources', cited(jsonb_build_object('sources', g.sources))) end,
          'reason', case when c.several then 'SEVERAL_TERRITORIES'
            when c.code is null then 'NO_TERRITORY' when g.id is null then 'NO_FIGURE'
            when g.value <= 0 then 'DIVISOR_NOUGHT' end))
          || quotients(g.value,
            t.reported, t.announced, t.budgeted, t.voted, t.agreed, t.paid) as per_company
        from (select %s from (
            select array_agg(distinct b.code) as codes
            from jsonb_array_elements(t.regions) a(list), jsonb_array_elements_text(list) b(code)) all_codes) c
        left join regions r on r.code = c.code
        left join lateral (
          select f.id, f.subject, f.value, f.as_of, f.qualifier, f.sources from figures f
          where f.subject_region = c.code and f.metric = 'COMPANIES' and f.nature = 'REPORTED'
            and f.compared_to is null and f.of is null and first_day(f.as_of) <= :on
            and (:sector = '' or plain(f.subject ->> 'sector') = plain(:sector))
          order by f.as_of collate "C" desc, f.id desc limit 1) g on true) pc on true
      """;

  /** The territory is the group's, or the one that was asked for, or the only one there is. */
  static final String ASKED_TERRITORY =
      """
      coalesce(nullif(:region, ''), case when cardinality(codes) = 1 then codes[1] end) as code,
      :region = '' and cardinality(codes) > 1 as several""";

  private SumPerCompany() {}
}
