package org.grappe.subsidy;

/**
 * Where one line of a group may contain another: a sector has money and so have others in its
 * region. Only lines of sectors are looked for at first, which are few and have an index; where
 * there are none, nothing else is asked.
 */
final class SumOverlap {
  private SumOverlap() {}

  /** Which groups have such lines; a beneficiary by itself has none. */
  static String table(SumKeys keys, String lines) {
    if (keys.has("beneficiary")) {
      return "";
    }
    return """
        , sectors as materialized (
          select distinct %1$s currency, sector_region from %2$s l where l.sector_region is not null)
        , related as materialized (
          select distinct s.sector_region, r.code
          from (select distinct sector_region from sectors) s join regions r
          on r.code = any(regions_found(s.sector_region)) or s.sector_region = any(regions_found(r.code)))
        , others as materialized (
          select distinct %1$s currency, region as place from %2$s l
          where (select exists (select from sectors)) and l.sector_region is null
            and l.region = any(array(select code from related)))
        """
        .formatted(keys.listed(), lines);
  }

  /** What is told of a group. */
  static String column(SumKeys keys) {
    if (keys.has("beneficiary")) {
      return "null::boolean as may_overlap";
    }
    return """
        (select true from sectors s join related r on r.sector_region = s.sector_region
          join others e on e.place = r.code and %s
          where %s limit 1) as may_overlap"""
        .formatted(keys.equal("e", "t"), keys.equal("s", "t"));
  }
}
