package org.grappe.subsidy;

import java.util.List;

/** How the groups of a sum are named. */
final class SumNames {
  private SumNames() {}

  /** What a group is called, as columns. */
  static List<String> columns(SumKeys keys) {
    return List.of(
        keys.has("beneficiary")
            ? """
            jsonb_strip_nulls(jsonb_build_object('cluster', named(b.id, {b.name}, b.slug),
              'programme', named(g.id, g.name), 'organisation', named(o.id, {o.name}),
              'sector', case when z.code is not null then jsonb_build_object(
                'region', jsonb_build_object('code', z.code, 'name', z.name),
                'name', t.sector_name) end)) as beneficiary"""
            : "null as beneficiary",
        keys.has("funder")
            ? "t.funder as funder_id, coalesce({k.name}, {q.name}) as funder_name, k.slug as funder_slug"
            : "null::uuid as funder_id, null as funder_name, null as funder_slug",
        keys.has("origin") ? "t.origin" : "null as origin",
        keys.has("region")
            ? "y.code as region_code, y.name as region_name"
            : "null as region_code, null as region_name",
        keys.has("fiscalYear") ? "t.fiscal_year" : "null::int as fiscal_year",
        keys.has("year") ? "t.year" : "null::int as year",
        keys.has("status") ? "t.status" : "null as status");
  }

  /** The tables that name a group. */
  static String joins(SumKeys keys) {
    return (keys.has("beneficiary")
            ? """
            left join clusters b on b.id = t.holder
            left join programmes g on g.id = t.programme
            left join organisations o on o.id = t.organisation
            left join regions z on z.code = t.sector_region
            """
            : "")
        + (keys.has("funder")
            ? """
            left join clusters k on k.id = t.funder
            left join organisations q on q.id = t.funder
            """
            : "")
        + (keys.has("region") ? "left join regions y on y.code = t.region\n" : "");
  }
}
