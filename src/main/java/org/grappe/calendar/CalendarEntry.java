package org.grappe.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.OccurrenceContent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.icalendar.CalendarEventBuilder;
import org.grappe.recurrence.Recurrence;
import org.grappe.value.Ref;

/** Tells an event to a calendar. */
final class CalendarEntry {
  /** A series that was cancelled on the way shows so many years of what does not take place. */
  private static final int YEARS_CANCELLED = 1;

  private static final int MOST = 400;

  private final CalendarRow row;
  private final String uid;
  private final LocalDate first;
  private final ZoneId zone;

  CalendarEntry(CalendarRow row) {
    this(row, row.uid());
  }

  /** The same under another UID. */
  CalendarEntry(CalendarRow row, String uid) {
    this.row = row;
    this.uid = uid;
    this.first = row.startsOn().firstDay();
    this.zone = ZoneId.of(row.timezone());
  }

  /**
   * What the calendar says.
   *
   * @param base the address of this service
   */
  CalendarEvent event(String base) {
    boolean recurs = row.recurrence() != null;
    boolean cancelled = isBy(row.cancelledOn());
    boolean midway = recurs && cancelled && row.cancelledOn().isAfter(first);
    Recurrence rule = recurs ? Recurrence.parse(row.recurrence()) : null;
    Map<LocalDate, CalendarEvent.Change> changes = new HashMap<>();
    row.changed().forEach(one -> changes.put(one.date(), change(one)));
    if (midway) {
      List<LocalDate> gone = gone(rule, changes);
      gone.forEach(date -> changes.put(date, cancelled(date, changes.get(date))));
      rule = rule.until(gone.isEmpty() ? row.cancelledOn() : gone.get(gone.size() - 1));
    }
    return CalendarEventBuilder.builder()
        .uid(uid)
        .sequence(row.version())
        .created(row.createdAt())
        .modified(row.updatedAt())
        .name(row.name())
        .description(row.description())
        .startsOn(first)
        .endsOn(row.endsOn() == null ? first : row.endsOn().firstDay())
        .startTime(row.startTime())
        .endTime(row.endTime())
        .zone(zone)
        .rule(rule == null ? null : rule.text(row.startTime(), zone))
        .exceptions(row.exceptions())
        .changes(
            changes.values().stream()
                .sorted(Comparator.comparing(CalendarEvent.Change::date))
                .toList())
        .cancelled(cancelled && !midway)
        .venue(row.venue())
        .city(row.city())
        .url(row.url())
        .categories(
            Stream.of(row.kind() == null ? null : row.kind().name(), row.series())
                .filter(Objects::nonNull)
                .toList())
        .host(host(base))
        .partners(
            row.sharedWith().stream()
                .map(
                    one -> new CalendarEvent.Partner(one.cluster().name(), one.convention().name()))
                .toList())
        .build();
  }

  /** The days of the rule that no longer take place, for the year after the cancellation. */
  private List<LocalDate> gone(Recurrence rule, Map<LocalDate, CalendarEvent.Change> changes) {
    LocalDate from = row.cancelledOn();
    return rule
        .from(first, row.startTime(), zone)
        .until(from.plusYears(YEARS_CANCELLED), Integer.MAX_VALUE, Set.copyOf(row.exceptions()))
        .stream()
        .filter(
            date -> {
              CalendarEvent.Change change = changes.get(date);
              return !(change == null ? date : change.startsOn()).isBefore(from);
            })
        .limit(MOST)
        .toList();
  }

  private CalendarEvent.Change cancelled(LocalDate date, CalendarEvent.Change change) {
    CalendarEvent.Change moved = change == null ? change(ChangedOccurrence.none(date)) : change;
    return new CalendarEvent.Change(
        date,
        moved.startsOn(),
        moved.endsOn(),
        moved.startTime(),
        moved.endTime(),
        moved.venue(),
        true);
  }

  private CalendarEvent.Change change(ChangedOccurrence one) {
    OccurrenceContent to = one.moved() == null ? OccurrenceContent.AS_PLANNED : one.moved();
    LocalDate starts = to.startsOn() == null ? one.date() : to.startsOn();
    long more = row.endsOn() == null ? 0 : ChronoUnit.DAYS.between(first, row.endsOn().firstDay());
    return new CalendarEvent.Change(
        one.date(),
        starts,
        to.endsOn() == null ? starts.plusDays(more) : to.endsOn(),
        either(to.startTime(), row.startTime()),
        either(to.endTime(), row.endTime()),
        to.venue() == null ? row.venue() : to.venue(),
        isBy(one.cancelledOn()));
  }

  private boolean isBy(LocalDate since) {
    return since != null && !since.isAfter(row.day());
  }

  private static LocalTime either(LocalTime moved, LocalTime planned) {
    return moved == null ? planned : moved;
  }

  private CalendarEvent.Host host(String base) {
    if (row.host() == null) {
      return null;
    }
    Ref cluster = row.host().cluster();
    Ref named = cluster == null ? row.host().organisation() : cluster;
    String path = cluster == null ? "/organisations/" + named.id() : "/clusters/" + cluster.slug();
    return new CalendarEvent.Host(named.name(), base + "/api/v1" + path);
  }
}
