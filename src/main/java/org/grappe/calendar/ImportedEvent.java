package org.grappe.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.EventContent;
import org.grappe.event.EventContentBuilder;
import org.grappe.event.EventScope;
import org.grappe.event.Host;
import org.grappe.event.KnownEvent;
import org.grappe.event.OccurrenceContent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.recurrence.Recurrence;
import org.grappe.value.PartialDate;

/**
 * What an event becomes by what another calendar says of it. What a calendar has no word for stays
 * as it is, and so does what says the same in other words: a file that this service wrote changes
 * nothing.
 */
final class ImportedEvent {
  private final CalendarEvent file;
  private final Optional<KnownEvent> known;

  /** What the own calendar says of the event that is known. */
  private final Optional<CalendarEvent> own;

  ImportedEvent(CalendarEvent file, Optional<KnownEvent> known, LocalDate today) {
    this.file = file;
    this.known = known;
    this.own = known.flatMap(event -> OwnCalendar.of(event, today, file.zone()));
  }

  /**
   * What is to be written.
   *
   * @param host the cluster that hosts what is new
   * @param scope of what is new
   */
  EventContent content(UUID host, EventScope scope) {
    EventContent old =
        known.map(KnownEvent::content).orElseGet(() -> blank(new Host(host, null), scope));
    boolean stays =
        isSame(CalendarEvent::startsOn)
            && isSame(CalendarEvent::endsOn)
            && isSame(CalendarEvent::startTime)
            && isSame(CalendarEvent::endTime)
            && (file.startTime() == null || isSame(CalendarEvent::zone));
    return old.with(
        event ->
            event
                .name(either(CalendarEvent::name, old.name()))
                .startsOn(stays ? old.startsOn() : PartialDate.of(file.startsOn()))
                .endsOn(stays ? old.endsOn() : lastDay(old))
                .startTime(stays ? old.startTime() : file.startTime())
                .endTime(stays ? old.endTime() : file.endTime())
                .timezone(
                    stays || (known.isPresent() && file.startTime() == null)
                        ? old.timezone()
                        : file.zone().getId())
                .description(either(CalendarEvent::description, old.description()))
                .venue(either(CalendarEvent::venue, old.venue()))
                .url(either(CalendarEvent::url, old.url()))
                .recurrence(rule(old))
                .exceptions(either(CalendarEvent::exceptions, old.exceptions())));
  }

  /** Whether the file says what the own calendar would. */
  private boolean isSame(Function<CalendarEvent, Object> field) {
    return own.isPresent() && Objects.equals(field.apply(own.get()), field.apply(file));
  }

  private <T> T either(Function<CalendarEvent, T> field, T old) {
    return isSame(field::apply) ? old : field.apply(file);
  }

  /** Occurrences that the file moves or cancels; what it says nothing of stays as it is. */
  List<ChangedOccurrence> changes() {
    List<ChangedOccurrence> changes = new ArrayList<>();
    List<CalendarEvent.Change> told = own.map(CalendarEvent::changes).orElse(List.of());
    for (CalendarEvent.Change change : file.changes()) {
      if (told.contains(change)) {
        continue;
      }
      ChangedOccurrence before =
          known
              .map(event -> event.occurrence(change.date()))
              .orElseGet(() -> ChangedOccurrence.none(change.date()));
      LocalDate since = before.cancelledOn();
      ChangedOccurrence after =
          new ChangedOccurrence(
              change.date(),
              moved(change),
              since == null && change.cancelled() ? change.date() : since,
              before.reason(),
              before.sources());
      if (!after.equals(before)) {
        changes.add(after);
      }
    }
    return changes;
  }

  /**
   * Since when it is cancelled: since the calendar was changed last, and a series since its
   * beginning, for all of it is.
   */
  Optional<LocalDate> cancelledOn(LocalDate today) {
    if (!file.cancelled() || known.map(KnownEvent::cancelledOn).isPresent()) {
      return Optional.empty();
    }
    if (file.rule() != null) {
      return Optional.of(file.startsOn());
    }
    LocalDate changed =
        file.modified().equals(Instant.EPOCH)
            ? today
            : LocalDate.ofInstant(file.modified(), ZoneId.of(EventContent.ZONE));
    return Optional.of(changed.isAfter(today) || changed.getYear() < 1800 ? today : changed);
  }

  private static OccurrenceContent asIn(CalendarEvent series, CalendarEvent.Change change) {
    LocalDate plannedEnd =
        change
            .startsOn()
            .plusDays(
                java.time.temporal.ChronoUnit.DAYS.between(series.startsOn(), series.endsOn()));
    return new OccurrenceContent(
        change.startsOn().equals(change.date()) ? null : change.startsOn(),
        change.endsOn().equals(plannedEnd) ? null : change.endsOn(),
        Objects.equals(change.startTime(), series.startTime()) ? null : change.startTime(),
        Objects.equals(change.endTime(), series.endTime()) ? null : change.endTime(),
        Objects.equals(change.venue(), series.venue()) ? null : change.venue());
  }

  private OccurrenceContent moved(CalendarEvent.Change change) {
    OccurrenceContent moved = asIn(file, change);
    String own =
        known
            .map(event -> event.occurrence(change.date()).moved())
            .map(OccurrenceContent::venue)
            .orElse(null);
    boolean same =
        own != null
            && moved.venue() != null
            && known
                .map(event -> joined(own, event.content().city()))
                .equals(Optional.of(moved.venue()));
    return same
        ? new OccurrenceContent(
            moved.startsOn(), moved.endsOn(), moved.startTime(), moved.endTime(), own)
        : moved;
  }

  private PartialDate lastDay(EventContent old) {
    PartialDate last = PartialDate.of(file.endsOn());
    return file.endsOn().equals(file.startsOn()) && !last.equals(old.endsOn()) ? null : last;
  }

  private String rule(EventContent old) {
    String rule = spelled(file);
    return own.isPresent() && Objects.equals(spelled(own.get()), rule) ? old.recurrence() : rule;
  }

  private static String spelled(CalendarEvent event) {
    return event.rule() == null
        ? null
        : Recurrence.parse(event.rule()).text(event.startTime(), event.zone());
  }

  private static String joined(String venue, String city) {
    String place =
        Stream.of(venue, city).filter(Objects::nonNull).collect(Collectors.joining(", "));
    return place.isEmpty() ? null : place;
  }

  private static EventContent blank(Host host, EventScope scope) {
    return EventContentBuilder.builder()
        .host(host)
        .scope(scope)
        .present(List.of())
        .quotas(List.of())
        .exceptions(List.of())
        .sources(List.of())
        .statements(List.of())
        .build();
  }
}
