package org.grappe.icalendar;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what one component tells of an occurrence of a series. */
final class OccurrenceReading {
  private final RawComponent raw;
  private final FileZones zones;
  private final EventProperties properties;

  OccurrenceReading(RawComponent raw, FileZones zones) {
    this.raw = raw;
    this.zones = zones;
    this.properties = new EventProperties(raw);
  }

  /**
   * What the component tells.
   *
   * @throws CalendarNote.Refusal where it can't be taken
   */
  CalendarEvent.Change of(CalendarEvent series) {
    ContentLine id = raw.first("RECURRENCE-ID").orElseThrow();
    if (!id.parameter("RANGE").isEmpty()) {
      throw new CalendarNote.Refusal("range");
    }
    if (properties.isPrivate()) {
      throw new CalendarNote.Refusal("private");
    }
    noteIllNumbers();
    noteWhatIsTheSeries(series);
    ZonedMoments moments = new ZonedMoments(raw.notes(), zones);
    EventTimes.Times times = new EventTimes(raw, zones.usual(), moments).in(series.zone(), false);
    return new CalendarEvent.Change(
        moments.of(id).in(series.zone()).toLocalDate(),
        times.first(),
        times.last(),
        times.starts(),
        times.ends(),
        raw.has("LOCATION") ? properties.venue() : series.venue(),
        properties.isCancelled());
  }

  /** What says ill when and how often it was changed is told, though only the series keeps it. */
  private void noteIllNumbers() {
    properties.sequence();
    properties.modified();
  }

  /** What an occurrence does not have by itself is told where it is another. */
  private void noteWhatIsTheSeries(CalendarEvent series) {
    noteUnless(Objects.equals(raw.text("SUMMARY"), series.name()), "SUMMARY");
    noteUnless(Objects.equals(raw.text("DESCRIPTION"), series.description()), "DESCRIPTION");
    noteUnless(
        raw.first("URL")
            .flatMap(line -> PastedAddress.of(line.value()))
            .equals(Optional.ofNullable(series.url())),
        "URL");
    List.of("RRULE", "RDATE", "EXDATE", "EXRULE").forEach(property -> noteUnless(false, property));
  }

  private void noteUnless(boolean same, String property) {
    if (!same) {
      raw.first(property)
          .ifPresent(
              line -> raw.notes().add(CalendarNote.of("of-series", line.number(), property)));
    }
  }
}
