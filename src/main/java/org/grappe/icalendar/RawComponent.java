package org.grappe.icalendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A component as it stands in a file, nothing of it understood yet. */
final class RawComponent {
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);
  private static final int LONGEST = 20_000;
  private static final Set<String> ONCE =
      Set.of(
          "UID",
          "SUMMARY",
          "DTSTART",
          "DTEND",
          "DURATION",
          "DESCRIPTION",
          "LOCATION",
          "URL",
          "STATUS",
          "CLASS",
          "RECURRENCE-ID",
          "SEQUENCE",
          "TZID",
          "LAST-MODIFIED",
          "DTSTAMP",
          "X-WR-TIMEZONE");

  /** Others that are read. */
  private static final Set<String> MANY = Set.of("RRULE", "RDATE", "EXDATE", "EXRULE");

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

  /** Takes up the line that a text is. */
  void add(ContentLine line, String text) {
    if ((ONCE.contains(line.name()) || MANY.contains(line.name())) && line.isOpen(text)) {
      notes.add(CalendarNote.of("quote", line.number(), line.name()));
    }
    add(line);
  }

  /**
   * Takes up a line; an empty property is as none, and of two that may stand once the first counts.
   */
  void add(ContentLine line) {
    last = line.name();
    if (line.value().isBlank()) {
      return;
    }
    List<ContentLine> same = lines.computeIfAbsent(line.name(), any -> new ArrayList<>(1));
    if (!ONCE.contains(line.name()) || same.isEmpty()) {
      same.add(line);
    } else if (!same.get(0).value().strip().equals(line.value().strip())) {
      notes.add(CalendarNote.of("repeated", line.number(), line.name()));
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
    ContentLine line = described.get(0);
    String longer = line.value() + "\\n" + text;
    described.set(0, new ContentLine(line.number(), line.name(), line.parameters(), longer));
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
    String text = unescaped(line.value());
    if (CalendarText.hides(text)) {
      notes.add(CalendarNote.of("controls", line.number(), line.name()));
    }
    return CalendarText.of(text).strip();
  }

  /** What is to be said of it and of its parts. */
  Stream<CalendarNote> allNotes() {
    return Stream.concat(notes.all().stream(), parts.stream().flatMap(RawComponent::allNotes));
  }

  private static String unescaped(String value) {
    return ESCAPED
        .matcher(value)
        .replaceAll(
            found ->
                found.group(1).equalsIgnoreCase("n")
                    ? "\n"
                    : Matcher.quoteReplacement(found.group(1)));
  }
}
