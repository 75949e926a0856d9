package org.grappe.recurrence;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grappe.recurrence.RecurrenceRule.Frequency;
import org.grappe.recurrence.RecurrenceRule.Until;
import org.grappe.recurrence.RecurrenceRule.Weekday;

/** The text of a rule, read strictly as RFC 5545 (section 3.3.10) has it and written one way. */
final class RecurrenceText {
  static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern PART = Pattern.compile("([A-Z]{4,10})=([A-Z0-9,+-]+)");
  private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
  private static final int LONGEST = 1000;

  private final Map<String, String> parts = new HashMap<>();

  private RecurrenceText(String text) {
    String rule = text.strip().toUpperCase(Locale.ROOT);
    rule = rule.startsWith("RRULE:") ? rule.substring("RRULE:".length()) : rule;
    require(rule.length() <= LONGEST, "a rule has 1,000 characters at most");
    for (String part :
        (rule.endsWith(";") ? rule.substring(0, rule.length() - 1) : rule).split(";", -1)) {
      Matcher matcher = PART.matcher(part);
      require(matcher.matches(), "«" + part + "» is no part of a rule");
      require(parts.put(matcher.group(1), matcher.group(2)) == null, matcher.group(1) + " twice");
    }
  }

  static RecurrenceRule read(String text) {
    RecurrenceText given = new RecurrenceText(text);
    RecurrenceRule rule = given.rule();
    require(given.parts.isEmpty(), String.join(", ", given.parts.keySet()) + " can't be used");
    check(rule);
    return rule;
  }

  private RecurrenceRule rule() {
    return new RecurrenceRule(
        one("FREQ", RecurrenceText::frequency),
        parts.containsKey("INTERVAL") ? one("INTERVAL", text -> positive(text, 9_999)) : 1,
        one("COUNT", text -> positive(text, 1_000_000)),
        one("UNTIL", RecurrenceText::until),
        numbers("BYMONTH", 12, false),
        numbers("BYWEEKNO", 53, true),
        numbers("BYYEARDAY", 366, true),
        numbers("BYMONTHDAY", 31, true),
        list("BYDAY", RecurrenceText::weekday),
        numbers("BYSETPOS", 366, true),
        parts.containsKey("WKST") ? one("WKST", RecurrenceText::day) : DayOfWeek.MONDAY);
  }

  /** What the RFC says that parts must not be together. */
  private static void check(RecurrenceRule rule) {
    require(rule.frequency() != null, "FREQ is missing");
    require(rule.count() == null || rule.until() == null, "COUNT and UNTIL together");
    boolean yearly = rule.frequency() == Frequency.YEARLY;
    boolean numbered = rule.weekdays().stream().anyMatch(day -> day.ordinal() != 0);
    require(yearly || rule.weeks().isEmpty(), "BYWEEKNO goes with FREQ=YEARLY");
    require(yearly || rule.yearDays().isEmpty(), "BYYEARDAY goes with FREQ=YEARLY");
    require(
        rule.frequency() != Frequency.WEEKLY || rule.monthDays().isEmpty(),
        "BYMONTHDAY doesn't go with FREQ=WEEKLY");
    require(
        !numbered || (yearly && rule.weeks().isEmpty()) || rule.frequency() == Frequency.MONTHLY,
        "a numbered weekday goes with months, or years without BYWEEKNO");
    boolean chosen =
        Stream.of(rule.months(), rule.weeks(), rule.yearDays(), rule.monthDays(), rule.weekdays())
            .anyMatch(list -> !list.isEmpty());
    require(rule.positions().isEmpty() || chosen, "BYSETPOS goes with another BY…");
  }

  static String write(RecurrenceRule rule) {
    return Stream.of(
            "FREQ=" + rule.frequency(),
            rule.interval() == 1 ? "" : "INTERVAL=" + rule.interval(),
            rule.count() == null ? "" : "COUNT=" + rule.count(),
            rule.until() == null ? "" : "UNTIL=" + rule.until(),
            part("BYMONTH", rule.months()),
            part("BYWEEKNO", rule.weeks()),
            part("BYYEARDAY", rule.yearDays()),
            part("BYMONTHDAY", rule.monthDays()),
            part("BYDAY", rule.weekdays()),
            part("BYSETPOS", rule.positions()),
            rule.weekStart() == DayOfWeek.MONDAY ? "" : "WKST=" + new Weekday(0, rule.weekStart()))
        .filter(part -> !part.isEmpty())
        .collect(joining(";"));
  }

  private static String part(String name, List<?> values) {
    return values.isEmpty()
        ? ""
        : values.stream().map(String::valueOf).collect(joining(",", name + "=", ""));
  }

  private <T> T one(String name, Function<String, T> reading) {
    String text = parts.remove(name);
    try {
      return text == null ? null : reading.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(name + "=" + text + " can't be used", e);
    }
  }

  private <T> List<T> list(String name, Function<String, T> reading) {
    List<T> values =
        one(name, text -> Arrays.stream(text.split(",", -1)).map(reading).distinct().toList());
    return values == null ? List.of() : values;
  }

  private List<Integer> numbers(String name, int most, boolean fromTheEnd) {
    return list(
        name,
        text -> {
          int number = Integer.parseInt(text);
          require(number != 0 && number <= most && number >= (fromTheEnd ? -most : 1), text);
          return number;
        });
  }

  private static Integer positive(String text, int most) {
    int number = Integer.parseInt(text);
    require(number >= 1 && number <= most, text);
    return number;
  }

  private static Frequency frequency(String text) {
    return Frequency.valueOf(text);
  }

  private static Weekday weekday(String text) {
    Matcher matcher = WEEKDAY.matcher(text);
    require(matcher.matches(), text);
    int ordinal = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    require(matcher.group(1) == null || (ordinal != 0 && Math.abs(ordinal) <= 53), text);
    return new Weekday(ordinal, day(matcher.group(2)));
  }

  private static DayOfWeek day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> text.length() == 2 && day.name().startsWith(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static Until until(String text) {
    if (text.length() == 8) {
      return new Until(LocalDate.parse(text, DAY), null, null);
    }
    if (!text.endsWith("Z")) {
      return new Until(null, LocalDateTime.parse(text, TIME), null);
    }
    LocalDateTime utc = LocalDateTime.parse(text.substring(0, text.length() - 1), TIME);
    return new Until(null, null, utc.toInstant(ZoneOffset.UTC));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
