package org.grappe.people;

import java.util.Set;

/** How a word may be spelled in a text, as an expression for the database. */
final class Spelling {
  private static final String BEYOND_ASCII = "[^\\x01-\\x7f]";

  /** Two letters for which there is one sign, a letter or what printers join. */
  private static final Set<String> ONE_SIGN =
      Set.of(
          "aa", "ae", "ao", "au", "av", "ay", "db", "dz", "hv", "ll", "ls", "lz", "oe", "oi", "oo",
          "ou", "qp", "ss", "tc", "th", "ht", "ts", "tz", "ue", "ui", "uo", "vy", "ff", "fi", "fl",
          "ft", "st", "ij", "lj", "nj", "ii", "iv", "vi", "ix", "xi");

  private Spelling() {}

  /** Of this word, without case and accents. */
  static String of(String word) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      boolean isOne = i > 0 && ONE_SIGN.contains(word.substring(i - 1, i + 1));
      String letter = word.charAt(i) < 0x80 ? word.charAt(i) + "|" : "";
      pattern.append("(?:(?:%1$s%2$s)%2$s*)%3$s".formatted(letter, BEYOND_ASCII, isOne ? "?" : ""));
    }
    return pattern + "|" + Escapes.ANY;
  }
}
