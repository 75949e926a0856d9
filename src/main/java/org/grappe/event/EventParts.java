package org.grappe.event;

import java.util.List;
import java.util.Map;
import org.grappe.cluster.InRegion;
import org.grappe.query.Dated;
import org.grappe.query.Walk;

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

  private static final String REGION =
      """
      coalesce(e.region, (select {c.region} from clusters c where c.id = e.host_cluster),
        (select {o.region} from organisations o where o.id = e.host_organisation))\
      """;

  /** What finds the events of a region. */
  static final String IN_REGION = Dated.onDay(REGION) + " = any(regions_found(%1$s))";

  /** Whose region an event's is, each way by itself. */
  static final InRegion OF_REGION =
      InRegion.of("events", "e", "e.host_cluster", "e.host_organisation", REGION);

  /** A way to those of the first, where it was so in the past as well. */
  static final Walk TO_REGION =
      Walk.byOptionalDay(
              "region",
              "startsOn",
              "events e",
              OF_REGION.keptInOne(),
              "e.begins collate \"C\"",
              "e.id")
          .forOne()
          .toPart(InRegion.KEPT, OF_REGION.wasInAny());

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
