package org.grappe.membership;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.grappe.membership.MembershipContent.EndReason;
import org.grappe.table.Cells;
import org.grappe.table.Titles;

/** Makes of its cell the reason for which a membership ended. */
final class EndReasonParser {
  private EndReasonParser() {}

  /** Why it ended; null where it doesn't say, or nobody can tell. */
  static EndReason reason(Cells<MemberColumn> cells) {
    String text = cells.text(MemberColumn.END_REASON);
    if (text == null) {
      return null;
    }
    Optional<EndReason> reason =
        Arrays.stream(EndReason.values())
            .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (reason.isPresent()) {
      return reason.get();
    }
    EndReason meant = meant(Titles.plain(text));
    if (meant == null) {
      cells.block(MemberColumn.END_REASON, "endReason");
    } else {
      cells.mend(MemberColumn.END_REASON, "endReason", meant.name());
    }
    return meant;
  }

  private static EndReason meant(String plain) {
    return switch (plain) {
      case "demission", "demissionnaire", "resignation" -> EndReason.RESIGNED;
      case "exclusion", "exclu", "exclue" -> EndReason.EXPELLED;
      case "nonrenouvellement", "nonrenouvele", "nonpaiement", "expiration" -> EndReason.LAPSED;
      case "fusion" -> EndReason.MERGED;
      case "scission" -> EndReason.DIVIDED;
      case "dissolution" -> EndReason.DISSOLVED;
      default -> null;
    };
  }
}
