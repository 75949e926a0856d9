package org.grappe.scdl;

import java.util.Locale;
import org.grappe.table.Cells;

/** Whether a grant was notified to the European Commission as state aid. */
final class EuNotification {
  private EuNotification() {}

  /** What a line says; null where it doesn't, or not clearly. */
  static Boolean of(Cells<ScdlColumn> cells) {
    String text = cells.text(ScdlColumn.NOTIFICATION_UE);
    if (text == null) {
      cells.tell(ScdlColumn.NOTIFICATION_UE, "required");
      return null;
    }
    Boolean notified =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "oui", "o", "vrai", "true", "yes" -> Boolean.TRUE;
          case "non", "n", "faux", "false", "no" -> Boolean.FALSE;
          default -> null;
        };
    if (notified == null) {
      cells.tell(ScdlColumn.NOTIFICATION_UE, "boolean");
    } else if (!text.equals(notified ? "oui" : "non")) {
      cells.mend(ScdlColumn.NOTIFICATION_UE, "boolean", notified ? "oui" : "non");
    }
    return notified;
  }
}
