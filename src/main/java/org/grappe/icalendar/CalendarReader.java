package org.grappe.icalendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads a calendar of any program: what can't be taken is told with its reason, nothing is looked
 * up elsewhere.
 */
final class CalendarReader {
  private static final Comparator<CalendarEvent> NEWEST =
      Comparator.comparingLong(CalendarEvent::sequence).thenComparing(CalendarEvent::modified);

  private final List<RawComponent> raw = new ArrayList<>();
  private final List<FileZones> zones = new ArrayList<>();
  private final Predicate<String> isRule;
  private final CalendarComponent[] read;
  private final Map<String, Integer> series = new HashMap<>();

  private CalendarReader(RawCalendar file, ZoneId usual, Predicate<String> isRule) {
    this.isRule = isRule;
    for (RawComponent calendar : file.calendars()) {
      FileZones own = new FileZones(calendar, usual);
      for (RawComponent component : calendar.parts()) {
        if (!component.name().equals("VTIMEZONE")) {
          raw.add(component);
          zones.add(own);
        }
      }
    }
    this.read = new CalendarComponent[raw.size()];
  }

  /**
   * The components of a file, in its order.
   *
   * @param usual the zone of times that have none, where the calendar itself names none
   * @param isRule whether a text is a rule on whole days
   */
  static List<CalendarComponent> read(RawCalendar file, ZoneId usual, Predicate<String> isRule) {
    CalendarReader reader = new CalendarReader(file, usual, isRule);
    reader.readSeries();
    reader.readOccurrences();
    return List.of(reader.read);
  }

  private void readSeries() {
    for (int i = 0; i < read.length; i++) {
      RawComponent component = raw.get(i);
      if (!component.name().equals("VEVENT")) {
        read[i] = leftOut(component, "kind", component.name());
      } else if (!component.has("RECURRENCE-ID")) {
        read[i] = event(component, zones.get(i));
        keepNewest(i);
      }
    }
  }

  private CalendarComponent event(RawComponent component, FileZones own) {
    try {
      CalendarEvent event = new EventReading(component, own, isRule).event();
      return new CalendarComponent(
          component.name(), event.uid(), event.name(), event, null, null, component.notes().all());
    } catch (CalendarNote.Refusal refused) {
      return CalendarComponent.leftOut(component, refused.reason());
    }
  }

  /** Of several with one UID the one that was changed last counts (RFC 5545, 3.8.7.4). */
  private void keepNewest(int i) {
    CalendarEvent event = read[i].event();
    if (event == null) {
      return;
    }
    Integer other = series.get(event.uid());
    boolean newer = other == null || NEWEST.compare(event, read[other].event()) > 0;
    if (other != null) {
      int older = newer ? other : i;
      read[older] = leftOut(raw.get(older), "twice");
    }
    if (newer) {
      series.put(event.uid(), i);
    }
  }

  private void readOccurrences() {
    Map<String, Map<LocalDate, CalendarEvent.Change>> changes = new HashMap<>();
    for (int i = 0; i < read.length; i++) {
      if (read[i] == null) {
        read[i] = occurrence(i, changes);
      }
    }
    changes.forEach(
        (uid, found) -> {
          int i = series.get(uid);
          read[i] = with(read[i], new ArrayList<>(found.values()));
        });
  }

  private CalendarComponent occurrence(
      int i, Map<String, Map<LocalDate, CalendarEvent.Change>> changes) {
    RawComponent component = raw.get(i);
    String uid = component.text("UID");
    Optional<CalendarEvent> of = Optional.ofNullable(series.get(uid)).map(at -> read[at].event());
    if (of.isEmpty() || of.get().rule() == null) {
      return leftOut(component, "no-series");
    }
    try {
      CalendarEvent.Change change =
          new EventReading(component, zones.get(i), isRule).occurrence(of.get());
      boolean first =
          changes.computeIfAbsent(uid, any -> new TreeMap<>()).put(change.date(), change) == null;
      return first
          ? new CalendarComponent(
              "VEVENT",
              uid,
              component.text("SUMMARY"),
              null,
              change.date(),
              null,
              component.notes().all())
          : leftOut(component, "twice");
    } catch (CalendarNote.Refusal refused) {
      return CalendarComponent.leftOut(component, refused.reason());
    }
  }

  private static CalendarComponent leftOut(RawComponent component, String key, Object... args) {
    return CalendarComponent.leftOut(component, CalendarNote.of(key, args));
  }

  private static CalendarComponent with(
      CalendarComponent series, List<CalendarEvent.Change> changes) {
    return new CalendarComponent(
        series.kind(),
        series.uid(),
        series.name(),
        series.event().withChanges(changes),
        null,
        null,
        series.notes());
  }
}
