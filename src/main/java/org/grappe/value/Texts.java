package org.grappe.value;

import java.util.regex.Pattern;

/** What can be said of any text. */
public final class Texts {
  /**
   * Blanks, control characters, what Unicode lets a font ignore (Default_Ignorable_Code_Point), and
   * the Braille pattern without dots.
   */
  private static final Pattern NOTHING =
      Pattern.compile(
          "[\\p{IsWhite_Space}\\p{Cc}\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
              + "\\u2060-\\u206F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFFB"
              + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]*+");

  private Texts() {}

  /** How many characters of Unicode a text has. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text, or so many characters of its beginning. */
  public static String first(String text, int most) {
    return text.length() <= most || length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** Whether a text has nothing that anybody can see. */
  public static boolean showsNothing(String text) {
    return NOTHING.matcher(text).matches();
  }
}
