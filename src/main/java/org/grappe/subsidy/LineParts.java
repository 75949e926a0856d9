package org.grappe.subsidy;

import java.util.List;
import org.grappe.cluster.InRegion;
import org.grappe.cluster.InRegion.Owner;
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

  private static final String NOT_ASSIGNED = "s.assigned is null";

  /** Whose region a line's is, each way by itself; it is kept for each stretch of days. */
  static final InRegion OF_REGION =
      new InRegion(
          LineSql.ON_DAY,
          "l.id",
          "s.found_in",
          List.of(
              new Owner("clusters", "s.assigned", "true").ofFew(),
              new Owner("clusters", "l.cluster", NOT_ASSIGNED),
              new Owner("organisations", "l.organisation", "l.cluster is null")),
          LineSql.REGION);

  /** A way to those of the first, where it was so in the past as well. */
  static final Walk TO_REGION =
      Walk.byInstant(
              "region",
              "createdAt",
              LineSql.FROM_SPANS,
              OF_REGION.keptInOne() + " and " + LineSql.SPANS_ON_DAY,
              "s.created_at",
              "s.line")
          .forOne()
          .toPart(InRegion.KEPT, OF_REGION.wasInAny());

  private LineParts() {}

  /** What finds the lines of a status; it stands in the statement, for some have few lines. */
  static String hasStatus(SubsidyStatus status) {
    return "s.status = '" + status + "'";
  }
}
