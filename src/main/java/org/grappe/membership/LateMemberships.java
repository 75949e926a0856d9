package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.ClusterLocks;
import org.grappe.value.Ref;

/**
 * Memberships that are entered, or put right, after the merger or division by which they ended:
 * they go on in the result as if they had been there when it took effect.
 */
@ApplicationScoped
class LateMemberships {
  private final Passings passings;
  private final Heirs heirs;
  private final ClusterLocks locks;

  LateMemberships(Passings passings, Heirs heirs, ClusterLocks locks) {
    this.passings = passings;
    this.heirs = heirs;
    this.locks = locks;
  }

  /**
   * One that has no end in a cluster that has, or of which a spin-off took it: that ended it.
   *
   * @param before what it was, null where it is entered
   * @throws Problem {@code validation-failed} where it says that it ended so, and nothing did
   */
  MembershipContent ended(MembershipContent before, MembershipContent content) {
    MembershipContent ended = filled(before, content);
    if (ended.endReason() != null && ended.until() == null) {
      throw Problems.validationFailed("/endReason", "membership.reason-without-end");
    }
    return ended;
  }

  private MembershipContent filled(MembershipContent before, MembershipContent content) {
    boolean isOpen = content.from() != null && content.until() == null && content.cluster() != null;
    if (!isOpen) {
      return content;
    }
    // its merger keeps its day until this is written
    locks.share(List.of(content.cluster()));
    return passings
        .met(before, content)
        .map(end -> content.with(one -> one.until(end.day()).endReason(end.reason())))
        .orElse(content);
  }

  /**
   * Continues it through every later merger and division; one that holds beyond a spin-off that
   * took it ends there, and by itself where it goes on.
   *
   * @param before what it was, null where it is entered
   * @return the colleges for whose members a result has none; empty where it stays as it is
   */
  Optional<List<Ref>> continueThrough(Membership membership, MembershipContent before) {
    MembershipContent content = membership.content();
    if (content.from() == null || content.until() == null || !membership.hasMetPassing()) {
      return Optional.empty();
    }
    boolean goesOn = !Boolean.FALSE.equals(content.continued());
    if (content.endReason() != null && passings.ended(content)) {
      return goesOn ? Optional.of(heirs.take(membership.id(), content, "", "")) : Optional.empty();
    }
    return passings
        .cut(membership.id(), before, content)
        .map(
            cut ->
                goesOn
                    ? heirs.take(
                        membership.id(),
                        content.with(one -> one.until(cut.day()).endReason(cut.reason())),
                        content.until().toString(),
                        content.endReason() == null ? "" : content.endReason().name())
                    : List.of());
  }

  /** The same of one that is put right, where that says otherwise whether and how it goes on. */
  Optional<List<Ref>> continueChanged(Membership membership, MembershipContent before) {
    return said(before).equals(said(membership.content()))
        ? Optional.empty()
        : continueThrough(membership, before);
  }

  private static MembershipContent said(MembershipContent content) {
    return content.with(
        one -> one.appliedOn(null).continues(null).sources(null).statements(null).remarks(null));
  }
}
