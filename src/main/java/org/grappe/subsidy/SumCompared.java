package org.grappe.subsidy;

/** Territories whose sums are put side by side. */
final class SumCompared {
  /** Every territory that is compared, also where nothing was found of it. */
  static final String TABLE =
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

  /** How many times the sums of every other one a territory has. */
  static final String RATIOS =
      """
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'to', jsonb_build_object('code', r.code, 'name', r.name),
          'reason', case when 0 = any(array[u.reported, u.announced, u.budgeted, u.voted, u.agreed,
            u.paid]) then case when u.without > 0 then 'DIVISOR_UNKNOWN' else 'DIVISOR_NOUGHT' end end,
          'reported', multiple(t.reported, u.reported),
          'announced', multiple(t.announced, u.announced),
          'budgeted', multiple(t.budgeted, u.budgeted), 'voted', multiple(t.voted, u.voted),
          'agreed', multiple(t.agreed, u.agreed), 'paid', multiple(t.paid, u.paid)))
          order by u.place)
        from compared u join regions r on r.code = u.region
        where u.currency = t.currency and u.place <> t.place)""";

  private SumCompared() {}
}
