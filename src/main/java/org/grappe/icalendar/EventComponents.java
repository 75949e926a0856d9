package org.grappe.icalendar;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the components that tell of one event: itself, and each occurrence that differs. */
final class EventComponents {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final CalendarEvent event;
  private final ContentLines lines;

  EventComponents(CalendarEvent event, ContentLines lines) {
    this.event = event;
    this.lines = lines;
  }

  void write() throws IOException {
    series();
    for (CalendarEvent.Change change : event.changes()) {
      occurrence(change);
    }
  }

  private void series() throws IOException {
    begin();
    when(event.startsOn(), event.endsOn(), event.startTime(), event.endTime());
    if (event.rule() != null) {
      lines.write("RRULE", event.rule());
      for (LocalDate day : event.exceptions()) {
        at("EXDATE", day, event.startTime());
      }
    }
    complete(event.cancelled(), event.venue());
  }

  private void occurrence(CalendarEvent.Change change) throws IOException {
    begin();
    at("RECURRENCE-ID", change.date(), event.startTime());
    when(change.startsOn(), change.endsOn(), change.startTime(), change.endTime());
    complete(event.cancelled() || change.cancelled(), change.venue());
  }

  private void begin() throws IOException {
    lines.write("BEGIN:VEVENT");
    lines.text("UID", CalendarText.line(event.uid()));
    lines.write("DTSTAMP", instant(event.modified()));
    lines.write("CREATED", instant(event.created()));
    lines.write("LAST-MODIFIED", instant(event.modified()));
    lines.write("SEQUENCE", Long.toString(event.sequence()));
  }

  private void when(LocalDate first, LocalDate last, LocalTime starts, LocalTime ends)
      throws IOException {
    at("DTSTART", first, starts);
    if (starts == null) {
      at("DTEND", last.plusDays(1), null);
    } else if (ends != null) {
      at("DTEND", last, ends);
    } else if (last.isAfter(first)) {
      at("DTEND", last.plusDays(1), LocalTime.MIDNIGHT);
    }
  }

  /**
   * A day or a local time as it stands: a reader makes of one that a day lacks what RFC 5545 says.
   */
  private void at(String property, LocalDate day, LocalTime time) throws IOException {
    if (time == null) {
      lines.write(property + ";VALUE=DATE", DAY.format(day));
    } else if (CalendarZones.isUtc(event.zone())) {
      lines.write(property, TIME.format(day.atTime(time)) + "Z");
    } else {
      String zone = CalendarText.parameter(event.zone().getId());
      lines.write(property + ";TZID=" + zone, TIME.format(day.atTime(time)));
    }
  }

  private static String instant(Instant at) {
    return TIME.format(at.atOffset(ZoneOffset.UTC)) + "Z";
  }

  private void complete(boolean cancelled, String venue) throws IOException {
    lines.text("SUMMARY", event.name());
    lines.write("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
    String place = Stream.of(venue, event.city()).filter(Objects::nonNull).collect(joining(", "));
    if (!place.isEmpty()) {
      lines.text("LOCATION", place);
    }
    if (event.description() != null) {
      lines.text("DESCRIPTION", event.description());
    }
    if (!event.categories().isEmpty()) {
      lines.write(
          "CATEGORIES",
          event.categories().stream()
              .map(CalendarText::line)
              .map(CalendarText::escaped)
              .collect(joining(",")));
    }
    address("URL", event.url());
    if (event.host() != null) {
      address(
          "ORGANIZER;CN=" + CalendarText.parameter(event.host().name()), event.host().address());
    }
    for (CalendarEvent.Partner partner : event.partners()) {
      lines.text("COMMENT", shared(partner));
    }
    lines.write("END:VEVENT");
  }

  private String shared(CalendarEvent.Partner partner) {
    return "%s shares it with %s under the convention \u201c%s\u201d."
        .formatted(event.host().name(), partner.name(), partner.convention());
  }

  /** Writes an address that is one; another is left out. */
  private void address(String property, String text) throws IOException {
    if (text != null && isAddress(CalendarText.address(text))) {
      lines.write(property, CalendarText.address(text));
    }
  }

  private static boolean isAddress(String text) {
    try {
      return !new URI(text).toString().isEmpty();
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
