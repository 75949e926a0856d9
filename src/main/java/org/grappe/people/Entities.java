package org.grappe.people;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.people.Escapes.Sign;

/** Letters that a text says as HTML does, by a number or a name. */
final class Entities {
  private static final Pattern NUMBER =
      Pattern.compile("&(?:amp;)*+#(?:([0-9]{1,7})|[xX]([0-9A-Fa-f]{1,6}));");

  /** A letter with something on it, which makes no difference here. */
  private static final Pattern LETTER =
      Pattern.compile(
          "&(?:amp;)*+([A-Za-z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|slash|breve|ogon"
              + "|macr|dot|strok|dblac|inodot|nodot);");

  private static final Pattern OTHER = Pattern.compile("&(?:amp;)*+([A-Za-z]{2,8});");

  private Entities() {}

  /** What stands at a place, as it is meant. */
  static Sign at(String text, int at) {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      int letter =
          number.group(1) != null
              ? Integer.parseInt(number.group(1))
              : Integer.parseInt(number.group(2), 16);
      return new Sign(Character.isValidCodePoint(letter) ? letter : ' ', number.end() - at);
    }
    Matcher letter = LETTER.matcher(text).region(at, text.length());
    if (letter.lookingAt()) {
      return new Sign(letter.group(1).charAt(0), letter.end() - at);
    }
    Matcher other = OTHER.matcher(text).region(at, text.length());
    return other.lookingAt()
        ? new Sign(named(other.group(1)), other.end() - at)
        : Escapes.plain(text, at);
  }

  private static int named(String name) {
    return switch (name) {
      case "shy", "zwj", "zwnj" -> 0xAD;
      case "aelig", "AElig" -> 'æ';
      case "oelig", "OElig" -> 'œ';
      case "szlig" -> 'ß';
      case "eth", "ETH" -> 'ð';
      case "thorn", "THORN" -> 'þ';
      default -> ' ';
    };
  }
}
