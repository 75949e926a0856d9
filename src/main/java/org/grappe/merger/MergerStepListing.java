package org.grappe.merger;

import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** How the steps of a merger are read, and what can be asked of them. */
final class MergerStepListing {
  static final Listing<MergerStepView> ALL =
      Listing.of(
              "/mergers/{merger}/steps",
              MergerStepView.class,
              """
              t.id, t.version, t.kind, t."on", t.planned_for, t.reason,
              x.ids as sources_id, x.names as sources_name""",
              """
              merger_steps t
              left join lateral (
                select array_agg(s.id order by m) as ids, array_agg(s.title order by m) as names
                from unnest(t.sources) with ordinality cited(id, m) join sources s using (id)) x
                on true""")
          .plainRows()
          .citing("t.sources")
          .sort("entered", Sort.Kind.NUMBER, "t.n")
          .sortOptional("on", Sort.Kind.PARTIAL_DATE, "t.\"on\" collate \"C\"")
          .sortedBy("entered");

  private MergerStepListing() {}
}
