package org.grappe.value;

/** From a day to before another, each as far as known. */
public final class Period {
  private Period() {}

  /** Adds a fault where no reading of the dates puts the end on or after the beginning. */
  public static void check(PartialDate from, PartialDate until, String at, Violations violations) {
    violations.addIf(
        from != null && until != null && from.isSurelyAfter(until), at, "date.before", from);
  }
}
