package org.grappe.subsidy;

import java.util.List;
import org.grappe.cluster.InRegion;
import org.grappe.query.Dated;
import org.grappe.query.Walk;

/** The parts that some filters of the lines consist of, each of which an index serves. */
final class LineParts {
  /**
   * A cluster's own on the day, and by place {@link #ASSIGNED_TO_IT}, which has an order of its
   * own.
   */
  static final String[] OF_HOLDER = {
    "l.cluster = one.id and s.assigned is null", "s.assigned = one.id"
  };

  static final int ASSIGNED_TO_IT = 1;

  /** What finds the lines of a region. */
  static final String IN_REGION = LineSql.REGION + " = any(regions_found(%1$s))";

  private static final InRegion OWNED =
      new InRegion("subsidy_lines l", "l", "l.cluster", "l.organisation", LineSql.REGION);

  /** While a line is that of its beneficiary. */
  private static final String NOT_ASSIGNED = "s.assigned is null";

  private static final String HEIR_THERE =
      "l.sector_region is null and s.assigned is not null and s.assigned in ("
          + Dated.ids("clusters", "c", "{c.region} = any(regions_found(%1$s))")
          + ")";

  private static final String HEIR_WAS_THERE =
      "l.sector_region is null and s.assigned is not null and " + Dated.onDay(IN_REGION);

  /** Whose region a line's is, each way by itself: its own, or that of whom it was assigned to. */
  static final List<String> OF_REGION =
      InRegion.and(InRegion.narrowed(OWNED.parts(), NOT_ASSIGNED), HEIR_THERE);

  /** The same of the past. */
  static final List<String> OF_PAST_REGION =
      InRegion.and(InRegion.narrowed(OWNED.ofPast(), NOT_ASSIGNED), HEIR_WAS_THERE);

  /** Of these, lines that were assigned to a cluster: their spans have an order of their own. */
  static final int ASSIGNED = OF_REGION.size() - 1;

  /** A way to those of the first, where it was so in the past as well. */
  static final Walk TO_REGION =
      Walk.byInstant(
              "region",
              "createdAt",
              LineSql.FROM,
              OWNED.keptInOne() + " and " + NOT_ASSIGNED,
              "l.created_at",
              "l.id")
          .forOne()
          .toPart(InRegion.KEPT, OWNED.wasInAny());

  private LineParts() {}

  /** What finds the lines of a status; it stands in the statement, for some have few lines. */
  static String hasStatus(SubsidyStatus status) {
    return "s.status = '" + status + "'";
  }
}
