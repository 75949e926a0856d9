package org.grappe.membership;

import java.util.List;
import java.util.Map;

/** Those of each status as conditions, one for each index that has them. */
final class MembershipParts {
  /** What has not begun, which few may see, and each condition on it; an index has just these. */
  private static final String UNDECIDED =
      "m.\"from\" is null and (:applications or m.cluster = any(:edited)) and ";

  private static final String NOT_REFUSED = "(m.refused_on is null or m.refused_on > :on)";

  private static final String NOT_ENDED = "(m.until is null or m.until > :on)";

  static final String ACTIVE = "m.\"from\" <= :on and " + NOT_ENDED;

  static final Map<MembershipStatus, List<String>> ALL =
      Map.of(
          MembershipStatus.APPLIED,
          List.of(
              UNDECIDED + NOT_REFUSED + " and " + NOT_ENDED,
              "coalesce(m.\"from\", '-infinity'::date) > :on"),
          MembershipStatus.ACTIVE,
          List.of(ACTIVE),
          MembershipStatus.ENDED,
          List.of("m.until <= :on and " + NOT_REFUSED),
          MembershipStatus.REFUSED,
          List.of(UNDECIDED + "m.refused_on <= :on"));

  /** Who is a member on the day, as an index has them by the days on which they became one. */
  static final String SINCE =
      """
      case when :descends then coalesce(m."from", '-infinity'::date)
        else coalesce(m."from", 'infinity'::date) end <= :on
      and m."from" <= :on and \
      """;

  private MembershipParts() {}
}
