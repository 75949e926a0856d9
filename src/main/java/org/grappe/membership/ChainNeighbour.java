package org.grappe.membership;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * A membership that another one continues, or that continues it.
 *
 * @param passed the day on which it passed on, null where it did not end so
 * @param isNext whether it is the one that continues
 */
record ChainNeighbour(
    UUID id, String cluster, LocalDate from, LocalDate until, LocalDate passed, boolean isNext) {

  /**
   * Makes sure that the two are one after a change of the other as before.
   *
   * @throws Problem {@code still-referenced}
   */
  void check(ChainChange change) {
    String moved = change.moved();
    if (moved != null) {
      throw against(
          moved.equals("from") ? "membership.linked-application" : "membership.linked",
          moved,
          from);
    }
    boolean isLeft = isLeft(change);
    if (isNext && change.ended() != null && (isLeft || from.equals(change.before().until()))) {
      throw against("membership.goes-on", change.ended(), from);
    }
    if (!isNext && isLeft) {
      throw against(
          "membership.holds-then", change.next().from().isAfter(passed) ? "from" : "until", passed);
    }
  }

  private Problem against(String key, String field, LocalDate bound) {
    return Problems.of(ProblemType.STILL_REFERENCED, key, cluster, bound)
        .withMember("field", field)
        .withMember("bound", bound.toString())
        .withMember("other", Map.of("id", id));
  }

  /** Whether what passed on or passes on to it does so on a day on which it holds no more. */
  private boolean isLeft(ChainChange change) {
    MembershipContent before = change.before();
    MembershipContent next = change.next();
    return isNext
        ? change.passesOn()
            && holds(from, until, before.until())
            && !holds(from, until, next.until())
        : passed != null
            && holds(before.from(), before.until(), passed)
            && !holds(next.from(), next.until(), passed);
  }

  private static boolean holds(LocalDate from, LocalDate until, LocalDate day) {
    return from != null
        && day != null
        && !from.isAfter(day)
        && (until == null || until.isAfter(day));
  }
}
