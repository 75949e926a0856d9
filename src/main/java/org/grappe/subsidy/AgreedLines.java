package org.grappe.subsidy;

import org.grappe.query.Listing;
import org.grappe.query.View;

/** Lists of the lines that are agreed, for who shows them otherwise; narrowed as all lines are. */
public final class AgreedLines {
  private static final String AGREED =
      "l.steps @> '[{\"status\": \"AGREED\"}]' and s.status <> 'CANCELLED'";

  private AgreedLines() {}

  /**
   * Such a list.
   *
   * @param columns what is selected of the line {@code l}, its state on the day {@code s}, the
   *     cluster whose it is on the day {@code h}, the organisation {@code o} and the tables of
   *     {@code more}
   */
  public static <V extends View> Listing<V> listed(
      String path, Class<V> type, String columns, String more) {
    return SubsidyListing.filtered(Listing.of(path, type, columns, LineSql.FROM + more))
        .existsWhen(AGREED)
        .sortedBy("-createdAt");
  }
}
