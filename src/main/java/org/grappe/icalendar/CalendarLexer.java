package org.grappe.icalendar;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a file apart into components, line by line: a line that is none, or an end that is missing,
 * costs nothing but itself. What the lines mean is read elsewhere.
 */
final class CalendarLexer {
  private static final Pattern FRAME =
      Pattern.compile("(?i)\\s*(BEGIN|END)\\s*:\\s*([A-Z0-9-]{1,60})\\s*");

  private final OpenComponents components = new OpenComponents();
  private final NoteList notes = new NoteList();
  private int lastLine;

  /** The first line that could not be read; 0 where there is none. */
  private int lost;

  private CalendarLexer() {}

  /**
   * The calendars of a file.
   *
   * @throws NotACalendar where there is none
   */
  static RawCalendar read(byte[] file) {
    CalendarLexer lexer = new CalendarLexer();
    CalendarLines.each(file, lexer::take);
    if (!lexer.components.finish()) {
      lexer.notes.add(CalendarNote.of("cut", lexer.lastLine));
    }
    lexer.requireCalendar();
    return new RawCalendar(lexer.components.calendars(), lexer.notes.all());
  }

  /** A calendar without events is one, unless what stands there in their place is none. */
  private void requireCalendar() {
    boolean empty =
        components.calendars().stream().allMatch(calendar -> calendar.parts().isEmpty());
    if (components.calendars().isEmpty() || (empty && (lost > 0 || !components.hasEnded()))) {
      throw new NotACalendar(lost > 0 ? lost : Math.max(1, lastLine));
    }
  }

  private void take(String text, int number) {
    lastLine = number;
    Matcher frame = FRAME.matcher(text);
    if (!frame.matches()) {
      line(text, number);
      return;
    }
    String name = frame.group(2).toUpperCase(Locale.ROOT);
    boolean isTaken =
        frame.group(1).equalsIgnoreCase("BEGIN")
            ? components.begin(name, number)
            : components.end(name);
    if (!isTaken) {
      lose(number);
    }
  }

  private void line(String text, int number) {
    if (components.isNoneOpen()) {
      lose(number);
    } else {
      components.innermost().ifPresent(component -> line(text, number, component));
    }
  }

  private void line(String text, int number, RawComponent component) {
    Optional<ContentLine> line = ContentLine.of(text, number);
    if (line.isPresent()) {
      component.add(line.get(), text);
      return;
    }
    component.addLost(text, number);
    if (component.name().equals(OpenComponents.CALENDAR)) {
      lose(number);
    } else {
      lost = lost == 0 ? number : lost;
    }
  }

  private void lose(int number) {
    lost = lost == 0 ? number : lost;
    notes.add(CalendarNote.of("line-lost", number));
  }
}
