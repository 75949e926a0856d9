package org.grappe.scdl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.table.Cells;

/** When a grant is paid: on one day, or from one day to another that does not come before it. */
final class PaymentPeriod {
  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:/(\\d{4}-\\d{2}-\\d{2}))?");

  private PaymentPeriod() {}

  /** What a line says; as it stands there where it is none. */
  static String of(Cells<ScdlColumn> cells) {
    String text = cells.text(ScdlColumn.DATES_PERIODE_VERSEMENT);
    if (text == null) {
      cells.tell(ScdlColumn.DATES_PERIODE_VERSEMENT, "required");
    } else if (!isOne(text)) {
      String newer = text.replace('_', '/');
      if (isOne(newer)) {
        cells.mend(ScdlColumn.DATES_PERIODE_VERSEMENT, "period", newer);
        return newer;
      }
      cells.tell(ScdlColumn.DATES_PERIODE_VERSEMENT, "period");
    }
    return text;
  }

  private static boolean isOne(String text) {
    Matcher period = PERIOD.matcher(text);
    if (!period.matches()) {
      return false;
    }
    try {
      LocalDate from = LocalDate.parse(period.group(1));
      return period.group(2) == null || !LocalDate.parse(period.group(2)).isBefore(from);
    } catch (DateTimeException impossible) {
      return false;
    }
  }
}
