package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

  /** So much of a value is shown in a sentence. */
  private static final int SHOWN = 40;

  /** The same line with another value, such as one of its own. */
  ContentLine with(String one) {
    return new ContentLine(number, name, parameters, one);
  }

  String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** The local time that its value is, whatever its zone; empty where it is none. */
  Optional<LocalDateTime> localTime() {
    try {
      return Optional.of(new MomentText(this).moment((zone, at) -> ZoneOffset.UTC).time());
    } catch (CalendarNote.Refusal none) {
      return Optional.empty();
    }
  }

  /** That its value is none of its property, and was let go. */
  CalendarNote unread() {
    return CalendarNote.of("unread", number, name, CalendarText.shown(value, SHOWN));
  }

  /** That it was let go. */
  CalendarNote lost(CalendarNote why) {
    return CalendarNote.of("lost", number, name, why);
  }

  /** That its value is neither a day, a time nor a duration. */
  CalendarNote.Refusal noMoment() {
    return new CalendarNote.Refusal("moment", name, CalendarText.shown(value, SHOWN), number);
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
    int from = name.end() - 1;
    int last = text.lastIndexOf(':');
    if (MOMENT.matcher(text).matches()
        && last > from
        && MOMENTS.matcher(text.substring(last + 1)).matches()) {
      LineParameters parameters = LineParameters.all(text.substring(from, last));
      return Optional.of(of(number, name.group(1), parameters, text.substring(last + 1)));
    }
    LineParameters parameters = LineParameters.before(text.substring(from));
    int colon = from + parameters.end();
    return parameters.end() < 0
        ? Optional.empty()
        : Optional.of(of(number, name.group(1), parameters, text.substring(colon + 1)));
  }

  private static ContentLine of(int number, String name, LineParameters parameters, String value) {
    return new ContentLine(
        number, name.strip().toUpperCase(Locale.ROOT), parameters.byName(), value);
  }
}
