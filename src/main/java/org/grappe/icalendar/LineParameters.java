package org.grappe.icalendar;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the parameters of a line, from the first semicolon or, where there are none, the colon that
 * ends them.
 */
final class LineParameters {
  private final Map<String, String> found = new LinkedHashMap<>();
  private final String text;
  private final boolean colonEnds;
  private int at;

  private LineParameters(String text, boolean colonEnds) {
    this.text = text;
    this.colonEnds = colonEnds;
    while (at < text.length() && text.charAt(at) == ';') {
      at++;
      parameter();
    }
  }

  /** Those at the beginning of a text, up to a colon. */
  static LineParameters before(String text) {
    return new LineParameters(text, true);
  }

  /** Those that a text is, though colons stand in it. */
  static LineParameters all(String text) {
    return new LineParameters(text, false);
  }

  /** By their names in upper case; of two with one name the first counts. */
  Map<String, String> byName() {
    return Map.copyOf(found);
  }

  /** Where the colon is that ends them; negative where none does. */
  int end() {
    return at < text.length() ? at : -1;
  }

  private void parameter() {
    int from = at;
    while (at < text.length() && "=;:".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(from, at).strip().toUpperCase(Locale.ROOT);
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      found.putIfAbsent(name, value());
    }
  }

  /** A value in quotes, or one in which a backslash keeps what would end it. */
  private String value() {
    int close = at < text.length() && text.charAt(at) == '"' ? text.indexOf('"', at + 1) : -1;
    if (close > 0 && (close + 1 == text.length() || ends(close + 1))) {
      String quoted = text.substring(at + 1, close);
      at = close + 1;
      return quoted;
    }
    int from = at;
    while (at < text.length() && !ends(at)) {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    return text.substring(from, at).replace("\"", "").strip();
  }

  private boolean ends(int place) {
    return text.charAt(place) == ';' || (colonEnds && text.charAt(place) == ':');
  }
}
