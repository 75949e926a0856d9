package org.grappe.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of which somebody took the bytes for those of another encoding: {@code CÅ’UR}. */
final class Mojibake {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Two or three characters that stand for the bytes of one: {@code Ã©}, {@code â€™}. */
  private static final Pattern TWICE =
      Pattern.compile(
          "[\u00c2\u00c3\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6"
              + "\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2(?:\u20ac|\u0080).");

  /** What such characters may stand for in a text of western Europe. */
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u2010-\u2026\u2030-\u203a\u20ac]");

  private Mojibake() {}

  /** Whether a text is UTF-8 that somebody took for something else. */
  static boolean isIn(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return false;
    }
    return text.indexOf('\uFFFD') >= 0 || !undoubled(text).equals(text);
  }

  /** A text as it was before it was encoded twice. */
  static String undoubled(String text) {
    Matcher twice = TWICE.matcher(text);
    return twice.replaceAll(
        found -> {
          String meant = once(found.group());
          boolean plausible = meant != null && PLAUSIBLE.matcher(meant).matches();
          return Matcher.quoteReplacement(plausible ? meant : found.group());
        });
  }

  private static String once(String doubled) {
    byte[] bytes = new byte[doubled.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = doubled.charAt(i);
      byte[] one = c < 0x100 ? new byte[] {(byte) c} : String.valueOf(c).getBytes(WINDOWS);
      if (c >= 0x100 && one[0] == '?') {
        return null;
      }
      bytes[i] = one[0];
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException sound) {
      return null;
    }
  }
}
