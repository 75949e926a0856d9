package org.grappe.recurrence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/** The days that a rule gives, counted from one ({@link Recurrence#from}). */
public final class RuleDays {
  /** No event is later: a rule that never comes true ends here. */
  private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

  private final RecurrenceRule rule;
  private final Optional<RuleEnd> end;
  private final LocalDate first;
  private final LocalTime time;
  private final ZoneId zone;

  RuleDays(
      RecurrenceRule rule, Optional<RuleEnd> end, LocalDate first, LocalTime time, ZoneId zone) {
    this.rule = rule;
    this.end = end;
    this.first = first;
    this.time = time;
    this.zone = zone;
  }

  /**
   * The days as far as the rule was followed.
   *
   * @param goesOn whether more of them come after that
   */
  public record Followed(List<LocalDate> days, boolean goesOn) {}

  /** Whether the day from which it counts is itself one of the rule's. */
  public boolean haveFirst() {
    return until(first, 1, Set.of()).contains(first);
  }

  /**
   * The days, in order.
   *
   * @see #follow
   */
  public List<LocalDate> until(LocalDate notAfter, int most, Set<LocalDate> exceptions) {
    return follow(notAfter, most, exceptions).days();
  }

  /**
   * Follows the rule day by day.
   *
   * @param notAfter the last day asked for
   * @param most how many days at most are answered
   * @param exceptions days left out; a count counts them all the same
   */
  public Followed follow(LocalDate notAfter, int most, Set<LocalDate> exceptions) {
    List<LocalDate> days = new ArrayList<>();
    try {
      var iterator = rule.iterator(start());
      while (iterator.hasNext()) {
        LocalDate day = day(iterator.nextDateTime());
        if (!isWithin(day)) {
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

  private DateTime start() {
    return new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth());
  }

  private static LocalDate day(DateTime at) {
    return LocalDate.of(at.getYear(), at.getMonth() + 1, at.getDayOfMonth());
  }

  private boolean isWithin(LocalDate day) {
    return !day.isAfter(LAST) && end.filter(last -> last.isBefore(day, time, zone)).isEmpty();
  }
}
