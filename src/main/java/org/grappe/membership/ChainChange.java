package org.grappe.membership;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a change does to a membership that others are one with: those that it continues, and that
 * continue it.
 */
record ChainChange(MembershipContent before, MembershipContent next) {
  /** Its end is where the next begins. */
  private static final Set<MembershipContent.EndReason> PASSED =
      EnumSet.of(
          MembershipContent.EndReason.MERGED,
          MembershipContent.EndReason.DIVIDED,
          MembershipContent.EndReason.SUCCEEDED);

  /** Whether it can be any of the others' matter. */
  boolean touches() {
    return moved() != null
        || ended() != null
        || !Objects.equals(next.from(), before.from())
        || !Objects.equals(next.until(), before.until());
  }

  /** The field that takes it away from those that it is one with; null where none does. */
  String moved() {
    if (!next.organisation().equals(before.organisation())) {
      return "organisation";
    }
    if (!next.cluster().equals(before.cluster())) {
      return "cluster";
    }
    return before.from() != null && next.from() == null ? "from" : null;
  }

  /** The field that says that it ended otherwise than by passing on; null where none does. */
  String ended() {
    if (!PASSED.contains(before.endReason())) {
      return null;
    }
    if (!Objects.equals(next.until(), before.until())) {
      return "until";
    }
    if (next.endReason() != before.endReason()) {
      return "endReason";
    }
    return next.continued() != null && before.continued() == null ? "continued" : null;
  }

  boolean passesOn() {
    return PASSED.contains(next.endReason());
  }
}
