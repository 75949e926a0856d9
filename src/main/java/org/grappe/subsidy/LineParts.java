package org.grappe.subsidy;

import org.grappe.query.Dated;

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

  private static final String CLUSTER_THERE =
      Dated.ids("clusters", "c", "{c.region} = any(regions_found(%1$s))");

  /** Whose region a line's is, each way by itself. */
  static final String[] OF_REGION = {
    "l.sector_region = any(regions_found(%s))",
    """
    l.sector_region is null and s.assigned is null
    and l.cluster in (%s)\
    """
        .formatted(CLUSTER_THERE),
    """
    l.sector_region is null
    and s.assigned in (%s)\
    """
        .formatted(CLUSTER_THERE),
    """
    l.sector_region is null and l.cluster is null and s.assigned is null
    and l.organisation in (%s)\
    """
        .formatted(Dated.ids("organisations", "a", "{a.region} = any(regions_found(%1$s))"))
  };

  /** Of these, lines that were assigned to a cluster: their spans have an order of their own. */
  static final int ASSIGNED = 2;

  private LineParts() {}

  /** What finds the lines of a status; it stands in the statement, for some have few lines. */
  static String hasStatus(SubsidyStatus status) {
    return "s.status = '" + status + "'";
  }
}
