package org.grappe.icalendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a calendar of any program: what can't be taken is told with its reason, nothing is looked
 * up elsewhere.
 */
final class CalendarReader {
  private final List<Placed> file = new ArrayList<>();
  private final EventsByUid events = new EventsByUid();
  private final CalendarComponent[] read;

  /** A component, and the zones of the calendar in which it stands. */
  private record Placed(RawComponent raw, FileZones zones) {
    boolean isEvent() {
      return raw.name().equals("VEVENT");
    }

    boolean isOccurrence() {
      return raw.has("RECURRENCE-ID");
    }
  }

  private CalendarReader(RawCalendar calendars, ZoneId usual) {
    ZoneEffort effort = new ZoneEffort();
    for (RawComponent calendar : calendars.calendars()) {
      FileZones zones = new FileZones(calendar, usual, effort);
      calendar.parts().stream()
          .filter(component -> !component.name().equals("VTIMEZONE"))
          .forEach(component -> file.add(new Placed(component, zones)));
    }
    this.read = new CalendarComponent[file.size()];
  }

  /**
   * The components of a file, in its order.
   *
   * @param usual the zone of times that have none, where the calendar itself names none
   */
  static List<CalendarComponent> read(RawCalendar file, ZoneId usual) {
    CalendarReader reader = new CalendarReader(file, usual);
    reader.readEvents();
    reader.readOccurrences();
    return List.of(reader.read);
  }

  private void readEvents() {
    for (int i = 0; i < read.length; i++) {
      Placed one = file.get(i);
      if (!one.isEvent()) {
        read[i] = CalendarComponent.leftOut(one.raw(), "kind", one.raw().name());
      } else if (!one.isOccurrence()) {
        readEvent(i, one);
      }
    }
  }

  private void readEvent(int i, Placed one) {
    try {
      CalendarEvent event = new EventReading(one.raw(), one.zones()).event();
      read[i] = CalendarComponent.of(one.raw(), event);
      events
          .add(i, event)
          .ifPresent(at -> read[at] = CalendarComponent.leftOut(file.get(at).raw(), "twice"));
    } catch (CalendarNote.Refusal refused) {
      read[i] = CalendarComponent.leftOut(one.raw(), refused.reason());
    }
  }

  /** Reads them once all series are known: they may stand before theirs. */
  private void readOccurrences() {
    for (int i = 0; i < read.length; i++) {
      Placed one = file.get(i);
      if (one.isEvent() && one.isOccurrence()) {
        read[i] = occurrence(one);
      }
    }
    events.eachChanged((at, changes) -> read[at] = read[at].with(changes));
  }

  private CalendarComponent occurrence(Placed one) {
    String uid = one.raw().text("UID");
    Optional<CalendarEvent> series = events.series(uid);
    if (series.isEmpty()) {
      return CalendarComponent.leftOut(one.raw(), "no-series");
    }
    try {
      CalendarEvent.Change change = new OccurrenceReading(one.raw(), one.zones()).of(series.get());
      return events.change(uid, change)
          ? CalendarComponent.of(one.raw(), change)
          : CalendarComponent.leftOut(one.raw(), "twice");
    } catch (CalendarNote.Refusal refused) {
      return CalendarComponent.leftOut(one.raw(), refused.reason());
    }
  }
}
