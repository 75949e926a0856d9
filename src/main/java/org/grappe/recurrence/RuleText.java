package org.grappe.recurrence;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * The text of a rule: what of it the library lets pass is refused here, and it has one spelling.
 */
final class RuleText {
  private static final int LONGEST = 1000;
  private static final int LONGEST_INTERVAL = 9_999;
  private static final int MOST = 1_000_000;
  private static final int MOST_IN_A_YEAR = 366;
  private static final Set<Freq> WHOLE_DAYS =
      Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  private static final Pattern PART =
      Pattern.compile("(%s)=[+-]?\\w++(?:,[+-]?\\w++)*+".formatted(RulePart.NAMES));

  private RuleText() {}

  /**
   * Reads a rule, in any case, with or without {@code RRULE:} before it.
   *
   * @throws IllegalArgumentException where it is none, or finer than days
   */
  static RecurrenceRule read(String text) {
    String rule = text.strip().toUpperCase(Locale.ROOT);
    rule = rule.startsWith("RRULE:") ? rule.substring("RRULE:".length()) : rule;
    require(rule.length() <= LONGEST, "a rule has 1,000 characters at most");
    rule = rule.endsWith(";") ? rule.substring(0, rule.length() - 1) : rule;
    RecurrenceRule read = parse(rule);
    require(WHOLE_DAYS.contains(read.getFreq()), "finer than days");
    require(
        Stream.of(rule.split(";", -1)).allMatch(part -> PART.matcher(part).matches()),
        "finer than days, of another calendar, or an empty value");
    require(read.getInterval() <= LONGEST_INTERVAL, "INTERVAL");
    require(read.getCount() == null || read.getCount() <= MOST, "COUNT");
    require(
        !read.hasPart(Part.BYSETPOS)
            || read.getByPart(Part.BYSETPOS).stream()
                .allMatch(place -> Math.abs(place) <= MOST_IN_A_YEAR),
        "BYSETPOS");
    return read;
  }

  private static RecurrenceRule parse(String text) {
    try {
      return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException none) {
      throw new IllegalArgumentException(none);
    }
  }

  /** The rule without a part, in a copy. */
  static RecurrenceRule without(RulePart part, RecurrenceRule rule) {
    return parse(parts(rule).filter(one -> RulePart.of(one) != part).collect(joining(";")));
  }

  /** The rule in its one spelling. */
  static String write(RecurrenceRule rule, Optional<RuleEnd> end) {
    return Stream.concat(parts(rule), end.map(last -> "UNTIL=" + last).stream())
        .filter(part -> !part.equals("WKST=MO") && !part.equals("INTERVAL=1"))
        .map(RuleText::once)
        .sorted(Comparator.comparing(RulePart::of))
        .collect(joining(";"));
  }

  private static Stream<String> parts(RecurrenceRule rule) {
    return Stream.of(rule.toString().split(";"));
  }

  /** A part that names nothing twice. */
  private static String once(String part) {
    int values = part.indexOf('=') + 1;
    return part.substring(0, values)
        + Arrays.stream(part.substring(values).split(",")).distinct().collect(joining(","));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
