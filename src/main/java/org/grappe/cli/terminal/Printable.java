package org.grappe.cli.terminal;

/** Text that comes from elsewhere, without what would move a terminal's cursor or its colours. */
public final class Printable {
  private Printable() {}

  /** Its characters, in one line. */
  public static String line(String text) {
    return text.replaceAll("[\\p{IsControl}\\p{Zl}\\p{Zp}]+", " ");
  }

  /** Its characters, in its lines. */
  public static String lines(String text) {
    return text.replaceAll("[\\p{IsControl}&&[^\n]]+", " ");
  }
}
