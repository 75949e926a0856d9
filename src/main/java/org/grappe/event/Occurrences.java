package org.grappe.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grappe.problem.Problems;
import org.grappe.recurrence.Recurrence;
import org.grappe.recurrence.RuleDays;
import org.grappe.value.Violations;

/**
 * The days of a recurring event: those that its rule gives, but for the exceptions, and where those
 * that were moved take place. A rule is followed for ten years at most; {@link EventDays} goes on
 * as time does.
 *
 * @param until the last day of all; null for an event without a rule
 */
public record Occurrences(List<Day> days, LocalDate until) {
  /** Stands for no end. */
  static final LocalDate ENDLESS = LocalDate.of(9999, 12, 31);

  private static final int YEARS = 10;

  /** Each day of ten years that are past and of ten to come. */
  public static final int MOST = 2 * YEARS * 366;

  /**
   * One of them.
   *
   * @param date the day that the rule gives
   */
  public record Day(LocalDate date, LocalDate startsOn, LocalDate endsOn) {}

  public static Occurrences of(
      EventContent event, List<ChangedOccurrence> changed, LocalDate today) {
    if (event.recurrence() == null) {
      return new Occurrences(List.of(), null);
    }
    Recurrence rule = Recurrence.parse(event.recurrence());
    LocalDate first = event.startsOn().firstDay();
    LocalDate horizon = horizon(first, today);
    Map<LocalDate, ChangedOccurrence> changes =
        changed.stream().collect(Collectors.toMap(ChangedOccurrence::date, one -> one));
    ZoneId zone = ZoneId.of(event.timezone());
    RuleDays.Followed followed =
        rule.from(first, event.startTime(), zone)
            .follow(horizon, MOST, Set.copyOf(event.exceptions()));
    List<Day> days =
        followed.days().stream()
            .map(date -> day(event, Optional.ofNullable(changes.get(date)), date))
            .toList();
    if (followed.goesOn() || rule.isEndless()) {
      return new Occurrences(
          days, rule.lastDay(zone).map(last -> last.plusDays(length(event))).orElse(ENDLESS));
    }
    return new Occurrences(
        days, days.stream().map(Day::endsOn).max(LocalDate::compareTo).orElse(first));
  }

  /** How far a rule is followed. */
  public static LocalDate horizon(LocalDate first, LocalDate today) {
    return (today.isAfter(first) ? today : first).plusYears(YEARS);
  }

  private static Day day(EventContent event, Optional<ChangedOccurrence> change, LocalDate date) {
    OccurrenceContent to =
        change.map(ChangedOccurrence::moved).orElse(OccurrenceContent.AS_PLANNED);
    LocalDate starts = to.startsOn() == null ? date : to.startsOn();
    LocalDate ends = to.endsOn() == null ? starts.plusDays(length(event)) : to.endsOn();
    return new Day(date, starts, ends);
  }

  private static long length(EventContent event) {
    return event.endsOn() == null
        ? 0
        : ChronoUnit.DAYS.between(event.startsOn().firstDay(), event.endsOn().firstDay());
  }

  boolean has(LocalDate date) {
    return days.stream().anyMatch(day -> day.date().equals(date));
  }

  /** The days that the rule gives. */
  public Set<LocalDate> dates() {
    return days.stream().map(Day::date).collect(Collectors.toSet());
  }

  /** An occurrence ends after it begins, wherever it is moved. */
  void check(LocalDate date, EventContent event, OccurrenceContent to) {
    Day day = days.stream().filter(one -> one.date().equals(date)).findFirst().orElseThrow();
    LocalTime starts = to.startTime() == null ? event.startTime() : to.startTime();
    LocalTime ends = to.endTime() == null ? event.endTime() : to.endTime();
    Violations violations = new Violations();
    violations.addIf(ends != null && starts == null, "/startTime", "field.missing");
    violations.addIf(
        day.endsOn().isBefore(day.startsOn()), "/endsOn", "date.before", day.startsOn());
    boolean backwards =
        starts != null
            && ends != null
            && !LocalDateTime.of(day.endsOn(), ends)
                .isAfter(LocalDateTime.of(day.startsOn(), starts));
    violations.addIf(violations.isEmpty() && backwards, "/endTime", "event.end-time", starts);
    Problems.raise(violations);
  }
}
