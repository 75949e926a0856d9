package org.grappe.icalendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.recurrence.Recurrence;
import org.grappe.recurrence.RulePart;

/** Reads the rule of a series as far as it can be told by one on whole days. */
final class EventRule {
  private static final Pattern UNTIL =
      Pattern.compile("\\bUNTIL=(\\d{8})T(\\d{6})Z?", Pattern.CASE_INSENSITIVE);

  /** A rule of times: what it gives on each day is not to be told here. */
  private static final Pattern FINER =
      Pattern.compile("FREQ=(HOURLY|MINUTELY|SECONDLY)|BY(HOUR|MINUTE|SECOND)=.*|RSCALE=.*");

  /** So much of a rule is shown in a sentence. */
  private static final int LONGEST = 100;

  private final RawComponent raw;

  EventRule(RawComponent raw) {
    this.raw = raw;
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
    if (line == null || Recurrence.isRule(rule)) {
      return line == null ? null : rule;
    }
    List<String> kept = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (String part : rule.toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "").split("[;\\s]+")) {
      if (RulePart.isPart(part)) {
        kept.add(part);
      } else if (!part.isEmpty() && !tells(part, start)) {
        lost.add(part);
      }
    }
    if (kept.stream().anyMatch(part -> FINER.matcher(part).matches())
        || lost.stream().anyMatch(part -> FINER.matcher(part).matches())) {
      throw new CalendarNote.Refusal(
          "rule-unknown", CalendarText.shown(rule, LONGEST), line.number());
    }
    String known = String.join(";", kept);
    if (!Recurrence.isRule(known)) {
      raw.notes()
          .add(
              line.lost(
                  CalendarNote.of(
                      "rule-unknown", CalendarText.shown(rule, LONGEST), line.number())));
      return null;
    }
    if (!lost.isEmpty()) {
      String parts = CalendarText.shown(String.join(";", lost), LONGEST);
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
}
