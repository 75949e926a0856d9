package org.grappe.icalendar;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/** The components that tell of one event: itself, and each occurrence that differs. */
final class EventComponents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final CalendarEvent event;

  EventComponents(CalendarEvent event) {
    this.event = event;
  }

  List<VEvent> all() {
    List<VEvent> all = new ArrayList<>();
    all.add(series());
    event.changes().forEach(change -> all.add(occurrence(change)));
    return all;
  }

  private VEvent series() {
    VEvent component = begun();
    when(component, event.startsOn(), event.endsOn(), event.startTime(), event.endTime());
    if (event.rule() != null) {
      component.add(new RRule<>(event.rule()));
      event.exceptions().forEach(day -> component.add(exception(day)));
    }
    return completed(component, event.cancelled(), event.venue());
  }

  private VEvent occurrence(CalendarEvent.Change change) {
    VEvent component = begun();
    component.add(
        event.startTime() == null
            ? new RecurrenceId<>(change.date())
            : at("RECURRENCE-ID", change.date(), event.startTime()));
    when(component, change.startsOn(), change.endsOn(), change.startTime(), change.endTime());
    return completed(component, event.cancelled() || change.cancelled(), change.venue());
  }

  private VEvent begun() {
    VEvent component = new VEvent(false);
    component.add(new Uid(CalendarText.line(event.uid())));
    component.add(new DtStamp(event.modified()));
    component.add(new Created(event.created()));
    component.add(new LastModified(event.modified()));
    component.add(new Sequence(Math.toIntExact(event.sequence())));
    return component;
  }

  private void when(
      VEvent component, LocalDate first, LocalDate last, LocalTime starts, LocalTime ends) {
    if (starts == null) {
      component.add(new DtStart<>(first));
      component.add(new DtEnd<>(last.plusDays(1)));
      return;
    }
    component.add(at("DTSTART", first, starts));
    if (ends != null) {
      component.add(at("DTEND", last, ends));
    } else if (last.isAfter(first)) {
      component.add(at("DTEND", last.plusDays(1), LocalTime.MIDNIGHT));
    }
  }

  private Property exception(LocalDate day) {
    if (event.startTime() == null) {
      return new ExDate<>(new DateList<>(day)).add(Value.DATE);
    }
    return at("EXDATE", day, event.startTime());
  }

  /**
   * The local time as it stands: a reader makes of one that a day lacks what RFC 5545 says. The
   * library's own properties would look through all zones for each.
   */
  private Property at(String property, LocalDate day, LocalTime time) {
    String text = TIME.format(day.atTime(time));
    return CalendarZones.isUtc(event.zone())
        ? new XProperty(property, text + "Z")
        : new XProperty(property, new ParameterList(List.of(new TzId(event.zone().getId()))), text);
  }

  private VEvent completed(VEvent component, boolean cancelled, String venue) {
    component.add(new Summary(CalendarText.of(event.name())));
    component.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    String place =
        Stream.of(venue, event.city())
            .filter(Objects::nonNull)
            .map(CalendarText::of)
            .collect(joining(", "));
    if (!place.isEmpty()) {
      component.add(new Location(place));
    }
    if (event.description() != null) {
      component.add(new Description(CalendarText.of(event.description())));
    }
    if (!event.categories().isEmpty()) {
      String[] categories =
          event.categories().stream().map(CalendarText::line).toArray(String[]::new);
      component.add(new Categories(new TextList(categories)));
    }
    address(event.url()).ifPresent(url -> component.add(new Url(url)));
    if (event.host() != null) {
      address(event.host().address()).ifPresent(host -> component.add(organizer(host)));
    }
    event
        .partners()
        .forEach(partner -> component.add(new Comment(CalendarText.of(shared(partner)))));
    return component;
  }

  private Organizer organizer(URI address) {
    Cn name = new Cn(CalendarText.line(event.host().name()));
    return new Organizer(new ParameterList(List.of(name)), address);
  }

  private String shared(CalendarEvent.Partner partner) {
    return "%s shares it with %s under the convention \u201c%s\u201d."
        .formatted(event.host().name(), partner.name(), partner.convention());
  }

  private static Optional<URI> address(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(new URI(CalendarText.address(text)));
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }
}
