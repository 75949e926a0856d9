package org.grappe.icalendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The events of a file by their UIDs, and what occurrences change of them. Of several with one UID
 * the one that was changed last counts (RFC 5545, 3.8.7.4), of several changes of a day the first.
 */
final class EventsByUid {
  private static final Comparator<CalendarEvent> NEWEST =
      Comparator.comparingLong(CalendarEvent::sequence).thenComparing(CalendarEvent::modified);

  private final Map<String, Placed> events = new HashMap<>();
  private final Map<String, Map<LocalDate, CalendarEvent.Change>> changes = new HashMap<>();

  /** An event and its place in the file. */
  private record Placed(int place, CalendarEvent event) {}

  /** Takes up an event; the place of the one that does not count, where there are two now. */
  OptionalInt add(int place, CalendarEvent event) {
    Placed other = events.get(event.uid());
    if (other != null && NEWEST.compare(event, other.event()) <= 0) {
      return OptionalInt.of(place);
    }
    events.put(event.uid(), new Placed(place, event));
    return other == null ? OptionalInt.empty() : OptionalInt.of(other.place());
  }

  /** The series of a UID; empty where there is no event of it, or one without a rule. */
  Optional<CalendarEvent> series(String uid) {
    return Optional.ofNullable(events.get(uid))
        .map(Placed::event)
        .filter(event -> event.rule() != null);
  }

  /** Takes up what an occurrence changes; false where another of its day has come before. */
  boolean change(String uid, CalendarEvent.Change change) {
    return changes.computeIfAbsent(uid, any -> new TreeMap<>()).putIfAbsent(change.date(), change)
        == null;
  }

  /** Gives the places of the events that are changed, and their changes in order. */
  void eachChanged(BiConsumer<Integer, List<CalendarEvent.Change>> taker) {
    changes.forEach(
        (uid, found) -> taker.accept(events.get(uid).place(), List.copyOf(found.values())));
  }
}
