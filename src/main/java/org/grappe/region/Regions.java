package org.grappe.region;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.problem.Problems;
import org.grappe.query.Columns;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.Scope;
import org.grappe.query.Sort;

/** The regions: reference data, read only. */
@ApplicationScoped
class Regions {
  static final Listing<RegionView> LISTING =
      Listing.of(
              "/regions",
              RegionView.class,
              Columns.of("r", RegionView.class, "successor", "predecessors")
                  + """
                  , r.successor as successor_code, coalesce(p.codes, '{}') as predecessors\
                  """,
              """
              regions r left join (
                select successor, array_agg(code order by code) as codes
                from regions group by successor) p on p.successor = r.code\
              """)
          .searchable()
          .temporalOnDemand("period_contains(r.\"from\", r.until, :on)")
          .sort("name", Sort.Kind.TEXT, "r.name")
          .sort("code", Sort.Kind.TEXT, "r.code")
          .sortedBy("code");

  private final ListReader reader;

  Regions(ListReader reader) {
    this.reader = reader;
  }

  Page<RegionView> page() {
    return reader.page(LISTING);
  }

  /** Nobody writes them, so the registry has known the same of them at any instant. */
  RegionView required(String code, String on, String knownAt) {
    return reader
        .one(LISTING, new Scope("r.code = :v", code), reader.asOfAll(on, knownAt))
        .orElseThrow(() -> Problems.notFound("regions", code));
  }
}
