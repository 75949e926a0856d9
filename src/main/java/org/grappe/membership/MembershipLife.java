package org.grappe.membership;

import java.time.LocalDate;
import org.grappe.cluster.ClusterProblems;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * The days between which a membership lies: its cluster's, and its organisation's.
 *
 * @param cluster how it is called
 * @param founded the cluster's first day, null where that isn't known
 * @param ended the first day on which it is no more, null where it is
 * @param passed the day on which its members passed to what followed, null where none did
 * @param hasPassings whether any passed to others while the membership held, as far as it has ended
 * @param member who the member is, where it has become another
 * @param followed from which day it is that, null where it is not
 */
record MembershipLife(
    String cluster,
    boolean isAnnounced,
    LocalDate founded,
    LocalDate ended,
    LocalDate passed,
    boolean hasPassings,
    String member,
    LocalDate followed) {

  /**
   * Makes sure that it does.
   *
   * @throws Problem {@code outside-cluster-life} with the {@code field} and the {@code bound}
   */
  void check(MembershipContent content) {
    checkMember(content);
    checkCluster(content);
  }

  /** Who has become another is no member from then on, and applies to nobody. */
  private void checkMember(MembershipContent content) {
    if (followed == null || (content.from() == null && content.until() != null)) {
      return;
    }
    if (content.from() == null || !content.from().isBefore(followed)) {
      throw outside("membership.of-followed", begins(content), member, followed);
    }
    if (content.until() == null || content.until().isAfter(followed)) {
      throw outside("membership.until-after-followed", "until", member, followed);
    }
  }

  private void checkCluster(MembershipContent content) {
    LocalDate from = content.from();
    if (from != null && founded == null && isAnnounced) {
      throw outside("membership.only-announced", "from", cluster, null);
    }
    if (from != null && founded != null && from.isBefore(founded)) {
      throw outside("membership.before-founding", "from", cluster, founded);
    }
    LocalDate first = from == null ? content.appliedOn() : from;
    if (ended != null && !first.isBefore(ended)) {
      throw outside("membership.after-end", begins(content), cluster, ended);
    }
    if (isOpenSincePassing(content)) {
      throw outside("membership.passed", "from", cluster, passed);
    }
    boolean isLong =
        content.until() == null ? from != null : ended != null && content.until().isAfter(ended);
    if (ended != null && isLong) {
      throw outside("membership.until-after-end", "until", cluster, ended);
    }
  }

  /** Its cluster may have been there still, but its members were the next one's already. */
  private boolean isOpenSincePassing(MembershipContent content) {
    return passed != null
        && content.from() != null
        && content.until() == null
        && !content.from().isBefore(passed);
  }

  /** Which field says when it begins, be it as an application. */
  static String begins(MembershipContent content) {
    return content.from() == null ? "appliedOn" : "from";
  }

  private static Problem outside(String key, String field, String whose, LocalDate bound) {
    Problem problem =
        Problems.of(ClusterProblems.OUTSIDE_CLUSTER_LIFE, key, whose, bound == null ? "" : bound)
            .withMember("field", field);
    return bound == null ? problem : problem.withMember("bound", bound.toString());
  }
}
