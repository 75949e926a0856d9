package org.grappe.calendar;

import java.util.Objects;
import java.util.stream.Stream;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.icalendar.CalendarEventBuilder;
import org.grappe.recurrence.Recurrence;
import org.grappe.value.Ref;

/**
 * Tells an event to a calendar.
 *
 * @param uid under which it is told
 */
record CalendarEntry(CalendarRow row, String uid) {
  /**
   * What the calendar says.
   *
   * @param base the address of this service
   */
  CalendarEvent event(String base) {
    boolean recurs = row.recurrence() != null;
    boolean cancelled = row.isSince(row.cancelledOn());
    boolean midway = recurs && cancelled && row.cancelledOn().isAfter(row.firstDay());
    Recurrence rule = recurs ? Recurrence.parse(row.recurrence()) : null;
    EntryChanges changes = new EntryChanges(row);
    if (midway) {
      rule = rule.until(changes.cancelRest(rule));
    }
    return CalendarEventBuilder.builder()
        .uid(uid)
        .sequence(row.version())
        .created(row.createdAt())
        .modified(row.updatedAt())
        .name(row.name())
        .description(row.description())
        .startsOn(row.firstDay())
        .endsOn(row.lastDay())
        .startTime(row.startTime())
        .endTime(row.endTime())
        .zone(row.zone())
        .rule(rule == null ? null : rule.text(row.startTime(), row.zone()))
        .exceptions(row.exceptions())
        .changes(changes.inOrder())
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
