package org.grappe.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.EventContent;
import org.grappe.event.EventContentBuilder;
import org.grappe.event.Host;
import org.grappe.event.KnownEvent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.value.PartialDate;

/**
 * What an event becomes by what another calendar says of it. What a calendar has no word for stays
 * as it is, and so does what says the same in other words: a file that this service wrote changes
 * nothing.
 */
final class ImportedEvent {
  private final CalendarEvent file;
  private final Optional<KnownEvent> known;
  private final CalendarDifference difference;

  ImportedEvent(CalendarEvent file, Optional<KnownEvent> known, LocalDate today) {
    this.file = file;
    this.known = known;
    var own = known.flatMap(event -> OwnCalendar.of(event, today, file.zone()));
    this.difference = new CalendarDifference(file, own);
  }

  /** What is to be written; where it is new, of this host. */
  EventContent content(Hosting hosting) {
    EventContent old = known.map(KnownEvent::content).orElseGet(() -> blank(hosting));
    boolean stays = difference.hasSameTimes();
    boolean hasZone = stays || (known.isPresent() && file.startTime() == null);
    return old.with(
        event ->
            event
                .name(difference.either(CalendarEvent::name, old.name()))
                .startsOn(stays ? old.startsOn() : PartialDate.of(file.startsOn()))
                .endsOn(stays ? old.endsOn() : lastDay(old))
                .startTime(stays ? old.startTime() : file.startTime())
                .endTime(stays ? old.endTime() : file.endTime())
                .timezone(hasZone ? old.timezone() : file.zone().getId())
                .description(difference.either(CalendarEvent::description, old.description()))
                .venue(difference.either(CalendarEvent::venue, old.venue()))
                .url(difference.either(CalendarEvent::url, old.url()))
                .recurrence(difference.rule(old.recurrence()))
                .exceptions(difference.either(CalendarEvent::exceptions, old.exceptions())));
  }

  private PartialDate lastDay(EventContent old) {
    PartialDate last = PartialDate.of(file.endsOn());
    return file.endsOn().equals(file.startsOn()) && !last.equals(old.endsOn()) ? null : last;
  }

  /** Occurrences that the file moves or cancels; what it says nothing of stays as it is. */
  List<ChangedOccurrence> changes() {
    return difference.changes().stream()
        .map(change -> new ImportedChange(change, file, known))
        .filter(change -> !change.after().equals(change.before()))
        .map(ImportedChange::after)
        .toList();
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
    return Optional.of(
        changed.isAfter(today) || changed.getYear() < PartialDate.FIRST_YEAR ? today : changed);
  }

  private static EventContent blank(Hosting hosting) {
    return EventContentBuilder.builder()
        .host(new Host(hosting.cluster(), null))
        .scope(hosting.scope())
        .present(List.of())
        .quotas(List.of())
        .exceptions(List.of())
        .sources(List.of())
        .statements(List.of())
        .build();
  }
}
