package org.grappe.http;

import org.grappe.value.Ascii;

/** What a caller sends, as the log has it. */
final class HarmlessText {
  /** In characters. */
  private static final int LONGEST = 300;

  /** Those of most methods and paths, in which there is no room for an API key. */
  private static final String SIGNS = "/.,:-";

  private HarmlessText() {}

  /** Visible ASCII alone, no longer than a line, and no API key that got into an address. */
  static String of(String text) {
    if (text.length() <= LONGEST && Ascii.isOf(text, SIGNS)) {
      return text;
    }
    String visible =
        text.replaceAll("[^\\x21-\\x7e]", "?").replaceAll("grp_[A-Za-z0-9_-]+", "grp_…");
    return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
  }
}
