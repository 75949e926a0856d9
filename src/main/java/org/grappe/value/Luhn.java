package org.grappe.value;

/** The sum of ISO/IEC 7812-1, annex B. */
final class Luhn {
  private Luhn() {}

  /**
   * Whether the text is that many ASCII digits, not all of them noughts, with a sum that 10
   * divides.
   */
  static boolean holds(String text, int length) {
    if (text.length() != length || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    if (text.chars().allMatch(c -> c == '0')) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(length - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
