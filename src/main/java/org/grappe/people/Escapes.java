package org.grappe.people;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters that a text says in figures: of an address, of HTML, of JSON; once or several times. */
final class Escapes {
  /** That there may be some, for the database: of an address it looks by itself. */
  static final String ANY = "&[#a-z][a-z0-9]*;|\\\\u[0-9a-f]{4}";

  private static final Pattern BYTE = Pattern.compile("%(?:25)*+([0-9A-Fa-f]{2})");
  private static final Pattern UNIT = Pattern.compile("\\\\+u([0-9A-Fa-f]{4})");

  private Escapes() {}

  /** A character of a text, and how long it is there. */
  record Sign(int letter, int length) {}

  static boolean mayBeIn(String text) {
    return text.indexOf('%') >= 0 || text.indexOf('&') >= 0 || text.indexOf('\\') >= 0;
  }

  /** What stands at a place, as it is. */
  static Sign plain(String text, int at) {
    int letter = text.codePointAt(at);
    return new Sign(letter, Character.charCount(letter));
  }

  /** What stands at a place, as it is meant. */
  static Sign at(String text, int at) {
    return switch (text.charAt(at)) {
      case '%' -> ofBytes(text, at);
      case '&' -> Entities.at(text, at);
      case '\\' -> ofUnit(text, at);
      default -> plain(text, at);
    };
  }

  /** One character of UTF-8, or of what came before it. */
  private static Sign ofBytes(String text, int at) {
    Matcher figures = BYTE.matcher(text);
    byte[] bytes = new byte[4];
    int end = at;
    for (int count = 0; count < 4 && figures.region(end, text.length()).lookingAt(); count++) {
      bytes[count] = (byte) Integer.parseInt(figures.group(1), 16);
      end = figures.end();
      try {
        int letter =
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, count + 1))
                .toString()
                .codePointAt(0);
        return new Sign(letter, end - at);
      } catch (CharacterCodingException unfinished) {
        // another byte belongs to it
      }
    }
    return figures.region(at, text.length()).lookingAt()
        ? new Sign(bytes[0] & 0xff, figures.end() - at)
        : plain(text, at);
  }

  private static Sign ofUnit(String text, int at) {
    Matcher figures = UNIT.matcher(text).region(at, text.length());
    return figures.lookingAt()
        ? new Sign(Integer.parseInt(figures.group(1), 16), figures.end() - at)
        : plain(text, at);
  }
}
