package org.grappe.calendar;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.KnownEvent;
import org.grappe.event.OccurrenceContent;
import org.grappe.icalendar.CalendarEvent;

/**
 * What an occurrence becomes by what another calendar says of it.
 *
 * @param series of which it is one, as the file tells it
 */
record ImportedChange(
    CalendarEvent.Change change, CalendarEvent series, Optional<KnownEvent> known) {
  /** What is known of it. */
  ChangedOccurrence before() {
    return known
        .map(event -> event.occurrence(change.date()))
        .orElseGet(() -> ChangedOccurrence.none(change.date()));
  }

  /** What it becomes; why it is cancelled, a calendar has no word for. */
  ChangedOccurrence after() {
    ChangedOccurrence before = before();
    LocalDate since = before.cancelledOn();
    return new ChangedOccurrence(
        change.date(),
        moved(before.moved()),
        since == null && change.cancelled() ? change.date() : since,
        before.reason(),
        before.sources());
  }

  /** Where and when it takes place; a venue that is told with the event's city is the known one. */
  private OccurrenceContent moved(OccurrenceContent before) {
    OccurrenceContent moved = moved();
    String venue = before == null ? null : before.venue();
    boolean same =
        venue != null
            && moved.venue() != null
            && known
                .map(event -> joined(venue, event.content().city()))
                .equals(Optional.of(moved.venue()));
    return same
        ? new OccurrenceContent(
            moved.startsOn(), moved.endsOn(), moved.startTime(), moved.endTime(), venue)
        : moved;
  }

  /** What of it is otherwise than the series has it. */
  private OccurrenceContent moved() {
    long more = ChronoUnit.DAYS.between(series.startsOn(), series.endsOn());
    return new OccurrenceContent(
        unless(change.date(), change.startsOn()),
        unless(change.startsOn().plusDays(more), change.endsOn()),
        unless(series.startTime(), change.startTime()),
        unless(series.endTime(), change.endTime()),
        unless(series.venue(), change.venue()));
  }

  private static <T> T unless(T planned, T told) {
    return Objects.equals(planned, told) ? null : told;
  }

  private static String joined(String venue, String city) {
    String place = Stream.of(venue, city).filter(Objects::nonNull).collect(joining(", "));
    return place.isEmpty() ? null : place;
  }
}
