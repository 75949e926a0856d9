package org.grappe.cluster;

import java.util.List;
import java.util.Map;
import org.grappe.query.Columns;
import org.grappe.query.Dated;
import org.grappe.query.Listing;
import org.grappe.query.Sort;
import org.grappe.query.Walk;
import org.grappe.value.PeriodStatus;

/** What can be asked of mandates. */
final class MandateListing {
  private static final String STATUS = "period_status(m.\"from\", m.until, :on)";

  /** As the index of the order has it. */
  private static final String YET_TO_COME =
      "m.\"from\" collate \"C\" > to_char(:on::timestamp, 'YYYY-MM-DD')";

  private static final String REGION = "coalesce({c.region}, {b.region})";

  private static final InRegion OF_REGION =
      InRegion.of("mandates", "m", "m.cluster", "m.organisation", REGION);

  private static final String FROM =
      """
      mandates m
      left join clusters c on c.id = m.cluster
      left join organisations b on b.id = m.organisation\
      """;

  /** A way to those whose region is kept, where it was so in the past as well. */
  private static final Walk TO_REGION =
      Walk.of("region", "from", FROM, OF_REGION.keptInOne(), "m.\"from\" collate \"C\"", "m.id")
          .forOne()
          .toPart(InRegion.KEPT, OF_REGION.wasInAny());

  static final Listing<MandateView> LISTING =
      Listing.of(
              "/mandates",
              MandateView.class,
              Columns.of("m", MandateView.class, "status")
                  + """
                  , %s as status,
                  c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug,
                  k.id as college_id, k.name as college_name,
                  b.id as organisation_id, {b.name} as organisation_name\
                  """
                      .formatted(STATUS),
              FROM)
          .dressedWith("left join colleges k on k.id = m.college")
          .pastAmongTodays()
          .alsoAt("/clusters/{cluster}/mandates")
          .alsoAt("/organisations/{organisation}/mandates")
          .searchable()
          .temporal()
          // hidden: nearly all have begun, and an index of when they did would be read for each
          // page
          .defaultFilter("coalesce(period_contains(m.\"from\", m.until, :on), false)")
          .choiceInParts(
              "status",
              PeriodStatus.class,
              STATUS,
              "What it is on the day.",
              Map.of(
                  PeriodStatus.PLANNED, List.of(STATUS + " = 'PLANNED' and " + YET_TO_COME),
                  PeriodStatus.ACTIVE, List.of(STATUS + " = 'ACTIVE'"),
                  PeriodStatus.ENDED, List.of(STATUS + " = 'ENDED'")))
          .partsServe("from", "status")
          .part("person", "m.search", "Any part of the holder's name, as q.")
          .choice("role", Mandate.Role.class, "m.role", "Which office is held.")
          .textInParts(
              "region",
              Dated.onDay(REGION) + " = any(regions_found(%1$s))",
              "The code of the region of the body; a new one finds those that it replaced.",
              OF_REGION.parts(),
              OF_REGION.ofPast())
          .code("region")
          .among("region", "select region_family(:v) as id")
          .walk(TO_REGION)
          .sort("from", Sort.Kind.PARTIAL_DATE, "m.\"from\" collate \"C\"")
          .sortOptional("person", Sort.Kind.TEXT, "m.person")
          .sortedBy("from");

  private MandateListing() {}
}
