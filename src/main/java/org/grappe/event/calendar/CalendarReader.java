package org.grappe.event.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a calendar of any program: what can't be taken is told with its reason, nothing is looked
 * up elsewhere.
 */
public final class CalendarReader {
  private static final Comparator<CalendarEvent> NEWEST =
      Comparator.comparingLong(CalendarEvent::sequence).thenComparing(CalendarEvent::modified);

  /** What frames events and is none. */
  private static final Set<String> FRAMES = Set.of("VCALENDAR", "VTIMEZONE");

  private final List<RawComponent> raw;
  private final ZoneId usual;
  private final CalendarComponent[] read;
  private final Map<String, Integer> series = new HashMap<>();

  private CalendarReader(byte[] file, ZoneId usual) {
    List<RawComponent> all = CalendarLexer.read(file);
    this.usual =
        all.stream()
            .map(component -> component.value("X-WR-TIMEZONE"))
            .filter(zone -> !zone.isEmpty())
            .findFirst()
            .flatMap(CalendarZones::named)
            .orElse(usual);
    this.raw = all.stream().filter(component -> !FRAMES.contains(component.name())).toList();
    this.read = new CalendarComponent[raw.size()];
  }

  /**
   * The components of a file, in its order.
   *
   * @param usual the zone of times that have none, where the calendar itself names none
   * @throws IllegalArgumentException where it is no calendar; the message is the line, 0 for the
   *     whole
   */
  public static List<CalendarComponent> read(byte[] file, ZoneId usual) {
    CalendarReader reader = new CalendarReader(file, usual);
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
        read[i] = event(component);
        keepNewest(i);
      }
    }
  }

  private CalendarComponent event(RawComponent component) {
    EventReading reading = new EventReading(component, usual);
    try {
      CalendarEvent event = reading.event();
      return new CalendarComponent(
          component.name(), event.uid(), event.name(), event, null, null, reading.notes());
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
    Map<String, Map<java.time.LocalDate, CalendarEvent.Change>> changes = new HashMap<>();
    for (int i = 0; i < read.length; i++) {
      if (read[i] == null) {
        read[i] = occurrence(raw.get(i), changes);
      }
    }
    changes.forEach(
        (uid, found) -> {
          int i = series.get(uid);
          read[i] = with(read[i], new ArrayList<>(found.values()));
        });
  }

  private CalendarComponent occurrence(
      RawComponent component, Map<String, Map<java.time.LocalDate, CalendarEvent.Change>> changes) {
    String uid = component.text("UID");
    Optional<CalendarEvent> of = Optional.ofNullable(series.get(uid)).map(i -> read[i].event());
    if (of.isEmpty() || of.get().rule() == null) {
      return leftOut(component, "no-series");
    }
    EventReading reading = new EventReading(component, usual);
    try {
      CalendarEvent.Change change = reading.occurrence(of.get());
      boolean first =
          changes.computeIfAbsent(uid, any -> new TreeMap<>()).put(change.date(), change) == null;
      return first
          ? new CalendarComponent(
              "VEVENT", uid, component.text("SUMMARY"), null, change.date(), null, reading.notes())
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
        series.event().with(changes),
        null,
        null,
        series.notes());
  }
}
