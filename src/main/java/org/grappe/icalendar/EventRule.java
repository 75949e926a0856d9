package org.grappe.icalendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rule of a series as far as it can be told by one on whole days. */
final class EventRule {
  private static final Set<String> PARTS =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "BYMONTH",
          "BYWEEKNO",
          "BYYEARDAY",
          "BYMONTHDAY",
          "BYDAY",
          "BYSETPOS",
          "WKST");

  private static final Pattern UNTIL =
      Pattern.compile("\\bUNTIL=(\\d{8})T(\\d{6})Z?", Pattern.CASE_INSENSITIVE);

  /** A rule of times: what it gives on each day is not to be told here. */
  private static final Pattern FINER =
      Pattern.compile("FREQ=(HOURLY|MINUTELY|SECONDLY)|BY(HOUR|MINUTE|SECOND)=.*|RSCALE=.*");

  private final RawComponent raw;
  private final Predicate<String> isRule;

  /**
   * Begins the reading.
   *
   * @param isRule whether a text is a rule on whole days
   */
  EventRule(RawComponent raw, Predicate<String> isRule) {
    this.raw = raw;
    this.isRule = isRule;
  }

  /**
   * The rule; null where there is none, or none that says anything.
   *
   * @param start when it begins on each day, null for whole days
   * @throws CalendarNote.Refusal where its days can't be told
   */
  String read(LocalTime start) {
    String rule = known(start);
    return rule == null || start != null ? rule : endedByDay(rule);
  }

  /** What begins by the day ends by one (RFC 5545, 3.3.10); many programs tell a time in UTC. */
  private String endedByDay(String rule) {
    Matcher until = UNTIL.matcher(rule);
    if (!until.find()) {
      return rule;
    }
    if (!until.group(2).matches("000000|235959")) {
      int line = raw.first("RRULE").orElseThrow().number();
      raw.notes().add(CalendarNote.of("until", line, until.group(1)));
    }
    return until.replaceFirst("UNTIL=$1");
  }

  private String known(LocalTime start) {
    ContentLine line = raw.first("RRULE").orElse(null);
    String rule = raw.value("RRULE");
    if (line == null || isRule.test(rule)) {
      return line == null ? null : rule;
    }
    List<String> kept = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (String part : rule.toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "").split("[;\\s]+")) {
      if (PARTS.contains(part.replaceFirst("=.*", ""))) {
        kept.add(part);
      } else if (!part.isEmpty() && !tells(part, start)) {
        lost.add(part);
      }
    }
    if (kept.stream().anyMatch(part -> FINER.matcher(part).matches())
        || lost.stream().anyMatch(part -> FINER.matcher(part).matches())) {
      throw new CalendarNote.Refusal("rule-unknown", shown(rule), line.number());
    }
    String known = String.join(";", kept);
    if (!isRule.test(known)) {
      raw.notes()
          .add(EventTimes.lost(line, CalendarNote.of("rule-unknown", shown(rule), line.number())));
      return null;
    }
    if (!lost.isEmpty()) {
      String parts = shown(String.join(";", lost));
      raw.notes().add(CalendarNote.of("rule-parts", line.number(), parts));
    }
    return known;
  }

  /** Whether a part says again when it begins, or that the calendar is the usual one. */
  private static boolean tells(String part, LocalTime start) {
    LocalTime time = start == null ? LocalTime.MIDNIGHT : start;
    return part.matches("BYHOUR=0?" + time.getHour())
        || part.matches("BYMINUTE=0?" + time.getMinute())
        || part.matches("BYSECOND=0?" + time.getSecond())
        || part.equals("RSCALE=GREGORIAN");
  }

  private static String shown(String rule) {
    String text = CalendarText.line(rule);
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }
}
