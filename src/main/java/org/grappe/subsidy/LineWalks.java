package org.grappe.subsidy;

import org.grappe.query.Fragment;
import org.grappe.query.Walk;

/**
 * Ways to the lines of a status, of a year, of a cluster and of a funder, on the day {@code :on}.
 */
final class LineWalks {
  /** Lines of some statuses, of which most have many; what is narrowed further has few. */
  static final Walk OF_STATUS =
      Walk.byInstant(
              "status",
              "createdAt",
              LineSql.FROM_SPANS,
              "s.status = one.id and " + LineSql.SPANS_ON_DAY,
              "s.created_at",
              "s.line")
          .forOne()
          .alone(3);

  /** Lines of a cluster, {@link LineParts#OF_HOLDER}. */
  static final Walk OF_CLUSTER =
      Walk.byInstant("cluster", "createdAt", LineSql.FROM, "true", "l.created_at", "l.id").forOne();

  /** Lines that a funder has a part in. */
  static final Walk OF_FUNDER =
      Walk.byInstant(
              "funder",
              "createdAt",
              """
              subsidy_funders f
              join subsidy_lines l on l.id = f.line
              join subsidy_spans s on s.line = f.line
              """
                  + LineSql.HOLDERS,
              LineSql.SPANS_ON_DAY,
              "f.created_at",
              "f.line")
          .forOne();

  /** Lines of a year, which has a tenth of all. */
  static final Walk OF_YEAR =
      Walk.byInstant(
              "year",
              "createdAt",
              """
              subsidy_years y
              join subsidy_lines l on l.id = y.line
              join subsidy_spans s on s.line = y.line
              """
                  + LineSql.HOLDERS,
              "y.year = one.id and " + LineSql.SPANS_ON_DAY,
              "y.created_at",
              "y.line")
          .forOne()
          .alone(1);

  private static final Fragment SLUG =
      new Fragment("select one.id from clusters one where one.id = (select clusters_named(:v))");

  private static final Fragment SLUG_AND_PREDECESSORS =
      new Fragment("select one.id from lineage_of((select clusters_named(:v)), :on) one(id)");

  private static final Fragment ID = new Fragment("select one.id from (select :v::uuid as id) one");

  private static final Fragment ID_AND_PREDECESSORS =
      new Fragment("select one.id from lineage_of(:v::uuid, :on) one(id)");

  private LineWalks() {}

  /** The funders that a value names, an organisation or a cluster, for {@link #OF_FUNDER}. */
  static Fragment funders(Object value, boolean wide) {
    if (value instanceof String) {
      return wide ? SLUG_AND_PREDECESSORS : SLUG;
    }
    return wide ? ID_AND_PREDECESSORS : ID;
  }
}
