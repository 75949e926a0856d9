package org.grappe.value;

import java.util.OptionalInt;

/** Whole numbers in decimal digits, of which no text is too large. */
public final class WholeNumbers {
  private static final int DIGITS = 9;

  private WholeNumbers() {}

  /**
   * What a text says; nothing where it is no whole number or less than the least.
   *
   * @param most what every greater number is taken as, at most 999,999,999
   */
  public static OptionalInt upTo(String text, int least, int most) {
    if (!text.matches("[0-9]+")) {
      return OptionalInt.empty();
    }
    String digits = text.replaceFirst("^0+(?=.)", "");
    int number = digits.length() > DIGITS ? most : Math.min(Integer.parseInt(digits), most);
    return number < least ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
