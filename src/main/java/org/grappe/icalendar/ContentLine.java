package org.grappe.icalendar;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A content line as programs write it; the names of it and of its parameters are in upper case.
 *
 * @param number of the first line of the file that it is made of
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {
  private static final Pattern NAME = Pattern.compile("\\s*([A-Za-z0-9][A-Za-z0-9_. -]*)[;:]");

  /** Their parameters may hold what ends one elsewhere: {@code TZID=(UTC+01:00) Paris}. */
  private static final Pattern MOMENT =
      Pattern.compile("(?is)\\s*(?:DTSTART|DTEND|DUE|EXDATE|RDATE|RECURRENCE-ID)\\s*;.*");

  private static final Pattern MOMENTS = Pattern.compile("(?i)[0-9TZ,; ]*");

  /** The same line with one of its values. */
  ContentLine with(String one) {
    return new ContentLine(number, name, parameters, one);
  }

  String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** That its value is none of its property, and was let go. */
  CalendarNote unread() {
    String text = CalendarText.line(value);
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return CalendarNote.of("unread", number, name, shown);
  }

  /**
   * Whether a quotation mark among the parameters of this text, which it was read from, is open.
   */
  boolean isOpen(String text) {
    return text.substring(0, text.length() - value.length()).chars().filter(c -> c == '"').count()
            % 2
        == 1;
  }

  /** The line that a text is; empty where it is none. */
  static Optional<ContentLine> of(String text, int number) {
    Matcher name = NAME.matcher(text);
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    int last = text.lastIndexOf(':');
    if (MOMENT.matcher(text).matches()
        && last >= name.end()
        && MOMENTS.matcher(text.substring(last + 1)).matches()) {
      String before = text.substring(name.end() - 1, last);
      return Optional.of(new Reading(before, false).line(number, name.group(1), text, last));
    }
    Reading reading = new Reading(text.substring(name.end() - 1), true);
    int colon = reading.end();
    return colon < 0
        ? Optional.empty()
        : Optional.of(reading.line(number, name.group(1), text, name.end() - 1 + colon));
  }

  /** Reads the parameters, from the first semicolon or, where there are none, the colon. */
  private static final class Reading {
    private final Map<String, String> found = new LinkedHashMap<>();
    private final String text;
    private final boolean colonEnds;
    private int at;

    Reading(String text, boolean colonEnds) {
      this.text = text;
      this.colonEnds = colonEnds;
    }

    ContentLine line(int number, String name, String whole, int colon) {
      if (!colonEnds) {
        end();
      }
      return new ContentLine(
          number,
          name.strip().toUpperCase(Locale.ROOT),
          Map.copyOf(found),
          whole.substring(colon + 1));
    }

    /** Where the colon is that ends them; negative where none does. */
    int end() {
      while (at < text.length() && text.charAt(at) == ';') {
        at++;
        parameter();
      }
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
}
