package org.grappe.icalendar;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the components that tell of one event: itself, and each occurrence that differs. */
final class EventComponents {
  private final CalendarEvent event;
  private final ContentLines lines;
  private final MomentLines times;

  EventComponents(CalendarEvent event, ContentLines lines) {
    this.event = event;
    this.lines = lines;
    this.times = new MomentLines(lines, event.zone());
  }

  void write() throws IOException {
    series();
    for (CalendarEvent.Change change : event.changes()) {
      occurrence(change);
    }
  }

  private void series() throws IOException {
    begin();
    times.when(event.startsOn(), event.endsOn(), event.startTime(), event.endTime());
    if (event.rule() != null) {
      lines.write("RRULE", event.rule());
      for (LocalDate day : event.exceptions()) {
        times.at("EXDATE", day, event.startTime());
      }
    }
    complete(event.cancelled(), event.venue());
  }

  private void occurrence(CalendarEvent.Change change) throws IOException {
    begin();
    times.at("RECURRENCE-ID", change.date(), event.startTime());
    times.when(change.startsOn(), change.endsOn(), change.startTime(), change.endTime());
    complete(event.cancelled() || change.cancelled(), change.venue());
  }

  private void begin() throws IOException {
    lines.write("BEGIN:VEVENT");
    lines.text("UID", CalendarText.line(event.uid()));
    times.at("DTSTAMP", event.modified());
    times.at("CREATED", event.created());
    times.at("LAST-MODIFIED", event.modified());
    lines.write("SEQUENCE", Long.toString(event.sequence()));
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
    lines.address("URL", event.url());
    if (event.host() != null) {
      lines.address(
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
}
