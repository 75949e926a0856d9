package org.grappe.recurrence;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** The parts that a rule on whole days has, in the order in which they are written. */
public enum RulePart {
  FREQ,
  INTERVAL,
  COUNT,
  UNTIL,
  BYMONTH,
  BYWEEKNO,
  BYYEARDAY,
  BYMONTHDAY,
  BYDAY,
  BYSETPOS,
  WKST;

  /** All names, as alternatives of a pattern. */
  static final String NAMES = Arrays.stream(values()).map(Enum::name).collect(joining("|"));

  /** Whether a text in upper case is one, its value before it or not. */
  public static boolean isPart(String text) {
    return Arrays.stream(values()).anyMatch(part -> part.name().equals(name(text)));
  }

  /** Which one a text is, as {@code COUNT=4}. */
  static RulePart of(String text) {
    return valueOf(name(text));
  }

  private static String name(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? text : text.substring(0, equals);
  }
}
