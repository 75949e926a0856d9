package org.grappe.value;

/** From a day to before another, each as far as known. */
public final class Period {
  private Period() {}

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
