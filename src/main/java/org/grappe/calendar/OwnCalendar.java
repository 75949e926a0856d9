package org.grappe.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.grappe.event.EventContent;
import org.grappe.event.KnownEvent;
import org.grappe.icalendar.CalendarComponent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.icalendar.CalendarWriter;
import org.grappe.icalendar.ReadCalendar;

/**
 * What this service's own calendar says of an event, as it is read again. What another file says in
 * the same words has not changed, whatever is lost in them: a UTC time, a cut of blanks, a series
 * that was cancelled on the way.
 */
final class OwnCalendar {
  private OwnCalendar() {}

  /**
   * The event as it comes back.
   *
   * @param usual the zone of the file to which it is compared
   */
  static Optional<CalendarEvent> of(KnownEvent event, LocalDate today, ZoneId usual) {
    CalendarRow row = row(event, today);
    if (!row.isDated()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CalendarWriter writer = new CalendarWriter(out);
      writer.begin("", usual.getId(), "", 0);
      writer.event(new CalendarEntry(row, row.uid()).event(""));
      writer.end();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return ReadCalendar.of(out.toByteArray(), usual).components().stream()
        .map(CalendarComponent::event)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static CalendarRow row(KnownEvent event, LocalDate today) {
    EventContent content = event.content();
    return CalendarRowBuilder.builder()
        .id(event.id())
        .name(called(content))
        .startsOn(content.startsOn())
        .endsOn(content.endsOn())
        .startTime(content.startTime())
        .endTime(content.endTime())
        .timezone(content.timezone())
        .description(content.description())
        .venue(content.venue())
        .city(content.city())
        .url(content.url())
        .recurrence(content.recurrence())
        .exceptions(content.exceptions())
        .changed(event.changed())
        .uid(event.uid())
        .twin(false)
        .cancelledOn(event.cancelledOn())
        .sharedWith(List.of())
        .createdAt(Instant.EPOCH)
        .updatedAt(Instant.EPOCH)
        .day(today)
        .version(0)
        .build();
  }

  private static String called(EventContent event) {
    return event.name() != null || event.series() == null
        ? event.name()
        : event.series() + (event.edition() == null ? "" : " " + event.edition());
  }
}
