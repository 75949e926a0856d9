package org.grappe.merger;

import org.grappe.query.Listing;
import org.grappe.query.Sort;

/** How mergers are read, and what can be asked of them. */
final class MergerListing {
  private static final String STATUS =
      "merger_status(g.id, merger_voters(g.kind, g.parties, g.result), g.effective_on, g.abandoned_on, :on)";

  static final Listing<MergerView> ALL =
      Listing.of(
              "/mergers",
              MergerView.class,
              """
              g.id, g.kind, g.version, g.created_at, g.updated_at, g.announced_on, g.planned_for,
              g.effective_on, g.abandoned_on, g.sources, g.statements, g.remarks,
              case when first_day(g.announced_on) > :on then null else %s end as status, r.id as result_id, {r.name} as result_name, r.slug as result_slug,
              p.ids as parties_id, p.names as parties_name, p.slugs as parties_slug,
              b.ballots, m.college_mapping,
              %s\
              """
                  .formatted(STATUS, UndertakingSql.STEPS),
              "mergers g")
          .dressedWith(
              "left join clusters r on r.id = g.result\n"
                  + UndertakingSql.dressed("parties", "ballots", "merger"))
          .temporal()
          .existsWhen(UndertakingSql.EXISTS_WHEN)
          .lineage(
              "clusters",
              "cluster",
              """
              g.result %1$s
              or g.id in (select merger from merger_parties where cluster %1$s)\
              """,
              "A party or the result, by slug or id.")
          .choice("status", MergerStatus.class, STATUS, "What it is on the day.")
          .text(
              "region",
              UndertakingSql.inRegion("g.parties || g.result"),
              "The code of the region of a party or the result; a new one finds those it replaced.")
          .code("region")
          .sortOptional("announcedOn", Sort.Kind.PARTIAL_DATE, "g.announced_on collate \"C\"")
          .sortOptional("effectiveOn", Sort.Kind.PARTIAL_DATE, "g.effective_on collate \"C\"")
          .sortedBy("announcedOn");

  private MergerListing() {}
}
