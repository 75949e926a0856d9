package org.grappe.testing;

/** Files of made-up members, as long as a test wants them, line by line. */
public final class Members {
  public static final String HEADER = "name,siren,city,from\r\n";

  private Members() {}

  /** The line with this number; each third member has no number. */
  public static String line(int first, int n) {
    String siren = n % 3 == 0 ? "" : Subsidies.siren(first + n);
    return "Adhérent n° " + n + "," + siren + ",Ville " + n % 500 + ",2016-01-01\r\n";
  }
}
