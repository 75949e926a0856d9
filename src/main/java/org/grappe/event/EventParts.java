package org.grappe.event;

import java.util.List;
import java.util.Map;
import org.grappe.query.Dated;

/**
 * The parts of which the events of a time or of a status consist, each found by an index in the
 * order in which they begin: what begins then is read from there on, and few have begun before; and
 * those of the events of a region.
 */
final class EventParts {
  private static final String UNKNOWN = "coalesce(e.begins collate \"C\", '9999') = '9999'";

  /** As each direction has it in its index. */
  private static final String BEGINS =
      """
      case when :descends then coalesce(e.begins collate "C", '')
        else coalesce(e.begins collate "C", '9999') end\
      """;

  /**
   * What begins on a day or later does so by its text, too. That it ends then as well goes without
   * saying, but for a series that was moved; a plan takes it for a second choice unless it is
   * hidden.
   */
  private static final String FROM_ON =
      """
      %1$s >= earliest_text(%2$s) and coalesce(e.last_on >= %2$s, false)\
      """;

  private static final String LASTING =
      """
      e.first_on < %1$s and e.last_on >= %1$s
      and daterange(least(e.first_on, e.last_on), e.last_on, '[]') @> daterange(%1$s - 1, %1$s, '[]')\
      """;

  private static final String AS_PLANNED = " and e.changed = '[]'";

  /** An occurrence may have been moved to before the first day of its series, or to after it. */
  private static final String CHANGED = " and e.changed <> '[]'";

  private static final String NOT_CANCELLED =
      "(e.cancelled_on is null or e.cancelled_on > :on) and ";

  /** By its status on the day. */
  static final Map<EventStatus, List<String>> OF_STATUS =
      Map.of(
          EventStatus.CANCELLED,
          List.of("e.cancelled_on <= :on"),
          EventStatus.PAST,
          List.of(NOT_CANCELLED + "e.last_on < :on"),
          EventStatus.PLANNED,
          List.of(
              NOT_CANCELLED + FROM_ON.formatted(BEGINS, ":on"),
              NOT_CANCELLED + LASTING.formatted(":on"),
              NOT_CANCELLED + "e.last_on is null and " + UNKNOWN));

  /** Whose region an event's is, each way by itself. */
  static final String[] OF_REGION = {
    "e.region = any(regions_found(%s))",
    """
    e.region is null
    and e.host_cluster in (%s)\
    """
        .formatted(Dated.ids("clusters", "c", "{c.region} = any(regions_found(%1$s))")),
    """
    e.region is null and e.host_cluster is null and e.host_organisation in (
      %s)\
    """
        .formatted(Dated.ids("organisations", "o", "{o.region} = any(regions_found(%1$s))"))
  };

  private EventParts() {}

  /**
   * Of a time from a day on, to the end of which {@code :until} may set another.
   *
   * @param takesPlace whether it does within that time
   */
  static String[] from(String takesPlace) {
    String from = " and " + FROM_ON.formatted(BEGINS, ":v");
    return new String[] {
      takesPlace + from + AS_PLANNED + " and " + BEGINS + " < coalesce(nullif(:until, ''), '9999')",
      takesPlace + from + CHANGED,
      takesPlace + " and " + LASTING.formatted(":v")
    };
  }

  /** Of a time until a day. */
  static String[] until(String takesPlace) {
    return new String[] {
      takesPlace + AS_PLANNED + " and e.begins is not null and " + BEGINS + " < earliest_text(:v)",
      takesPlace + CHANGED
    };
  }
}
