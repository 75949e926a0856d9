package org.grappe.icalendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from the texts of users whatever could end a line or hide in one. */
final class CalendarText {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\;,]");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("[:;,]|[^\\p{ASCII}]");

  private CalendarText() {}

  /** The text with plain line feeds, to be escaped, and no other control character. */
  static String of(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : cleaned(text, plain);
  }

  private static String cleaned(String text, int from) {
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean continues = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      if (isBreak(c)) {
        clean.append(continues ? "" : "\n");
      } else if (c == '\t' || c > 0xFFFF || isPlain((char) c)) {
        clean.appendCodePoint(c);
      }
    }
    return clean.toString();
  }

  /** Whether something in it is neither shown nor a break, and so taken out. */
  static boolean hides(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c <= 0xFFFF && !isPlain((char) c) && c != '\t' && !isBreak(c)) {
        return true;
      }
    }
    return false;
  }

  /** Everything that some program takes for the end of a line. */
  private static boolean isBreak(int c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Neither a break nor a control character, nor one half of a pair. */
  private static boolean isPlain(char c) {
    return (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && !Character.isSurrogate(c) && c != 0x2028 && c != 0x2029);
  }

  /** The text on one line, for what stands in a parameter. */
  static String line(String text) {
    String clean = of(text);
    return clean.indexOf('\n') < 0 && clean.indexOf('\t') < 0
        ? clean.strip()
        : clean.replaceAll("[\\n\\t]+", " ").strip();
  }

  /** The beginning of a text, to be shown in a sentence. */
  static String shown(String text, int most) {
    String line = line(text);
    return line.length() > most ? line.substring(0, most) + "…" : line;
  }

  /** An address: it has no blanks of any kind. */
  static String address(String text) {
    return of(text).replaceAll("\\s", "");
  }

  /** A text as the value of a property has it (RFC 5545, section 3.3.11). */
  static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0").replace("\n", "\\n");
  }

  /** The text that the value of a property is. */
  static String unescaped(String value) {
    return ESCAPED
        .matcher(value)
        .replaceAll(
            found ->
                found.group(1).equalsIgnoreCase("n")
                    ? "\n"
                    : Matcher.quoteReplacement(found.group(1)));
  }

  /** A text as the value of a parameter has it (RFC 5545, section 3.2, and RFC 6868). */
  static String parameter(String text) {
    String plain = line(text).replace("^", "^^").replace("\"", "^'");
    return QUOTED.matcher(plain).find() ? "\"" + plain + "\"" : plain;
  }
}
