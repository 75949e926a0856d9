package org.grappe.value;

/** That one date does not lie after another, each as far as it is known. */
public final class DateOrder {
  private DateOrder() {}

  /**
   * Adds a fault where no reading of the dates puts the end on or after the beginning.
   *
   * @param atFrom where the beginning is told
   * @param atUntil where the end is told
   */
  public static void check(
      PartialDate from, PartialDate until, String atFrom, String atUntil, Violations violations) {
    if (from != null && until != null && from.isSurelyAfter(until)) {
      violations.addPair(
          Violation.pointer(atFrom, "date.after", until),
          Violation.pointer(atUntil, "date.before", from));
    }
  }
}
