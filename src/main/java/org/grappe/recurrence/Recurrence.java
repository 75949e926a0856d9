package org.grappe.recurrence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/**
 * A rule of RFC 5545 (section 3.3.10) on whole days: what begins when on a day is the event's.
 *
 * <p>lib-recur names its days: on 3,000 random rules another library named other days for one in
 * six (docs/adr/0009-calendars.md).
 */
public final class Recurrence {
  /** The rule but for its end, which is told in the event's zone: the library knows none. */
  private final RecurrenceRule rule;

  private final Optional<RuleEnd> end;

  private Recurrence(RecurrenceRule rule, Optional<RuleEnd> end) {
    this.rule = rule;
    this.end = end;
  }

  /**
   * Reads a rule, in any case, with or without {@code RRULE:} before it.
   *
   * @throws IllegalArgumentException where it is none, or finer than days
   */
  public static Recurrence parse(String text) {
    RecurrenceRule read = RuleText.read(text);
    if (read.getUntil() == null) {
      return new Recurrence(read, Optional.empty());
    }
    RuleEnd end = RuleEnd.read(read.getUntil(), text);
    return new Recurrence(RuleText.without(RulePart.UNTIL, read), Optional.of(end));
  }

  /** Whether a text is a rule that an event can have. */
  public static boolean isRule(String text) {
    try {
      return text.length() <= 500 && !parse(text).toString().isEmpty();
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** Whether neither a count nor a last day ends it. */
  public boolean isEndless() {
    return rule.getCount() == null && end.isEmpty();
  }

  /** The last day on which it may take place, where the rule tells one. */
  public Optional<LocalDate> lastDay(ZoneId zone) {
    return end.map(last -> last.lastDay(zone));
  }

  /**
   * The days that it gives.
   *
   * @param first the day from which it counts
   * @param time when it begins on each day; null for whole days
   * @param zone that of the time, for an end told in UTC
   */
  public RuleDays from(LocalDate first, LocalTime time, ZoneId zone) {
    return new RuleDays(rule, end, first, time, zone);
  }

  /** The rule as a calendar carries it, its end told for a start of that kind. */
  public String text(LocalTime time, ZoneId zone) {
    return new Recurrence(rule, end.map(last -> last.told(time, zone))).toString();
  }

  /** The same rule, ended after a day. */
  public Recurrence until(LocalDate last) {
    return new Recurrence(RuleText.without(RulePart.COUNT, rule), Optional.of(RuleEnd.on(last)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recurrence that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The rule in its one spelling. */
  @Override
  public String toString() {
    return RuleText.write(rule, end);
  }
}
