package org.grappe.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/**
 * A rule of RFC 5545 (section 3.3.10) on whole days: what begins when on a day is the event's.
 *
 * <p>lib-recur names its days: on 3,000 random rules another library named other days for one in
 * six (docs/adr/0009-calendars.md).
 */
public final class Recurrence {
  /** No event is later: a rule that never comes true ends here. */
  private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

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
    return new Recurrence(RuleText.without("UNTIL", read), Optional.of(end(read.getUntil(), text)));
  }

  private static RuleEnd end(DateTime until, String text) {
    try {
      RuleEnd end = RuleEnd.of(until);
      // the library takes the 31st of February for a day of March
      if (text.toUpperCase(Locale.ROOT).contains("UNTIL=" + end)) {
        return end;
      }
    } catch (DateTimeException none) {
      throw new IllegalArgumentException("UNTIL", none);
    }
    throw new IllegalArgumentException("UNTIL");
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

  /** Whether a day on which a series begins is itself one of the rule's. */
  public boolean begins(LocalDate first, LocalTime time, ZoneId zone) {
    return days(first, time, zone, Set.of(), first, 1).contains(first);
  }

  /** The last day on which it may take place, where the rule tells one. */
  public Optional<LocalDate> lastDay(ZoneId zone) {
    return end.map(last -> last.lastDay(zone));
  }

  /**
   * The days on which it takes place, in order.
   *
   * @see #follow
   */
  public List<LocalDate> days(
      LocalDate first,
      LocalTime time,
      ZoneId zone,
      Set<LocalDate> exceptions,
      LocalDate notAfter,
      int most) {
    return follow(first, time, zone, exceptions, notAfter, most).days();
  }

  /**
   * The days of a rule as far as it was followed.
   *
   * @param goesOn whether more of them come after that
   */
  public record Followed(List<LocalDate> days, boolean goesOn) {}

  /**
   * Follows it day by day.
   *
   * @param first the day from which the rule counts
   * @param time when it begins on each day; null for whole days
   * @param zone that of the time, for an end told in UTC
   * @param exceptions days left out; a count counts them all the same
   * @param notAfter the last day asked for
   * @param most how many days at most are answered
   */
  public Followed follow(
      LocalDate first,
      LocalTime time,
      ZoneId zone,
      Set<LocalDate> exceptions,
      LocalDate notAfter,
      int most) {
    List<LocalDate> days = new ArrayList<>();
    try {
      var iterator = rule.iterator(start(first));
      while (iterator.hasNext()) {
        LocalDate day = day(iterator.nextDateTime());
        if (!isWithin(day, time, zone)) {
          break;
        }
        if (day.isAfter(notAfter) || days.size() == most) {
          return new Followed(days, true);
        }
        if (!exceptions.contains(day)) {
          days.add(day);
        }
      }
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException never) {
      // a thousand periods without a day, or a day of a year that the library does not find: the
      // rule comes true no more
      return new Followed(days, false);
    }
    return new Followed(days, false);
  }

  private static DateTime start(LocalDate day) {
    return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
  }

  private static LocalDate day(DateTime at) {
    return LocalDate.of(at.getYear(), at.getMonth() + 1, at.getDayOfMonth());
  }

  private boolean isWithin(LocalDate day, LocalTime time, ZoneId zone) {
    return !day.isAfter(LAST) && end.filter(last -> last.isBefore(day, time, zone)).isEmpty();
  }

  /** The rule as a calendar carries it, its end told for a start of that kind. */
  public String text(LocalTime time, ZoneId zone) {
    return new Recurrence(rule, end.map(last -> last.told(time, zone))).toString();
  }

  /** The same rule, ended after a day. */
  public Recurrence until(LocalDate last) {
    return new Recurrence(RuleText.without("COUNT", rule), Optional.of(RuleEnd.on(last)));
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
