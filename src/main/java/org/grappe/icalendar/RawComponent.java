package org.grappe.icalendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A component as it stands in a file, nothing of it understood yet. */
final class RawComponent {
  private static final int LONGEST = 20_000;

  private final String name;
  private final int number;
  private final Map<String, List<ContentLine>> lines = new HashMap<>();
  private final List<RawComponent> parts = new ArrayList<>();
  private final NoteList notes = new NoteList();
  private String last = "";

  /**
   * A component.
   *
   * @param number of the line that begins it
   */
  RawComponent(String name, int number) {
    this.name = name;
    this.number = number;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  List<RawComponent> parts() {
    return parts;
  }

  NoteList notes() {
    return notes;
  }

  /**
   * Takes up the line that a text is; an empty property is as none, and of two that may stand once
   * the first counts.
   */
  void add(ContentLine line, String text) {
    last = line.name();
    if (ReadProperties.isRead(last) && line.isOpen(text)) {
      notes.add(CalendarNote.of("quote", line.number(), last));
    }
    if (line.value().isBlank()) {
      return;
    }
    List<ContentLine> same = lines.computeIfAbsent(last, any -> new ArrayList<>(1));
    if (same.isEmpty() || !ReadProperties.standsOnce(last)) {
      same.add(line);
    } else if (!same.get(0).value().strip().equals(line.value().strip())) {
      notes.add(CalendarNote.of("repeated", line.number(), last));
    }
  }

  /** Takes up a line that is none: a text that a program did not escape goes on in it. */
  void addLost(String text, int at) {
    List<ContentLine> described = lines.getOrDefault("DESCRIPTION", List.of());
    boolean joins =
        last.equals("DESCRIPTION")
            && !described.isEmpty()
            && described.get(0).value().length() < LONGEST;
    if (!joins) {
      notes.add(CalendarNote.of("line-lost", at));
      return;
    }
    described.set(0, described.get(0).with(described.get(0).value() + "\\n" + text));
    notes.add(CalendarNote.of("line-joined", at, "DESCRIPTION"));
  }

  List<ContentLine> all(String property) {
    return lines.getOrDefault(property, List.of());
  }

  Optional<ContentLine> first(String property) {
    return all(property).stream().findFirst();
  }

  boolean has(String property) {
    return lines.containsKey(property);
  }

  String value(String property) {
    return first(property).map(line -> line.value().strip()).orElse("");
  }

  /** The text of a property, null where there is none or an empty one. */
  String text(String property) {
    return first(property).map(this::text).filter(text -> !text.isEmpty()).orElse(null);
  }

  private String text(ContentLine line) {
    String text = CalendarText.unescaped(line.value());
    if (CalendarText.hides(text)) {
      notes.add(CalendarNote.of("controls", line.number(), line.name()));
    }
    return CalendarText.of(text).strip();
  }

  /** What is to be said of it and of its parts. */
  Stream<CalendarNote> allNotes() {
    return Stream.concat(notes.all().stream(), parts.stream().flatMap(RawComponent::allNotes));
  }
}
