package org.grappe.value;

/** Texts of few characters, told without a pattern: what is asked of every request. */
public final class Ascii {
  private Ascii() {}

  /** Whether there are only digits, the 26 letters in either case, and these signs. */
  public static boolean isOf(String text, String signs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && !isLetter(c) && signs.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether there are only digits. */
  public static boolean isNumber(String text) {
    return text.chars().allMatch(Ascii::isDigit);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
