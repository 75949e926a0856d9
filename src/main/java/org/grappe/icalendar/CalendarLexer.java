package org.grappe.icalendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a file apart into components, line by line: a line that is none, or an end that is missing,
 * costs nothing but itself. What the lines mean is read elsewhere.
 */
final class CalendarLexer {
  private static final Pattern FRAME =
      Pattern.compile("(?i)\\s*(BEGIN|END)\\s*:\\s*([A-Z0-9-]{1,60})\\s*");
  private static final String CALENDAR = "VCALENDAR";

  /** Components that stand in a calendar and in nothing else. */
  private static final Set<String> TOP =
      Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE");

  private static final int DEEPEST = 8;

  private final List<RawComponent> calendars = new ArrayList<>();
  private final Deque<RawComponent> open = new ArrayDeque<>();
  private final NoteList notes = new NoteList();
  private int tooDeep;
  private int lastLine;
  private int lost;
  private boolean ended;

  /** Whether what is open is a calendar that had its end already. */
  private boolean reopened;

  private CalendarLexer() {}

  /**
   * The calendars of a file.
   *
   * @throws NotACalendar where there is none
   */
  static RawCalendar read(byte[] file) {
    CalendarLexer lexer = new CalendarLexer();
    CalendarLines.each(file, lexer::take);
    lexer.finish();
    lexer.requireCalendar();
    return new RawCalendar(lexer.calendars, lexer.notes.all());
  }

  /** The file ends: within a calendar where it was cut off. */
  private void finish() {
    close(1);
    if (!open.isEmpty() && !reopened) {
      notes.add(CalendarNote.of("cut", lastLine));
    }
  }

  /** A calendar without events is one, unless what stands there in their place is none. */
  private void requireCalendar() {
    boolean empty = calendars.stream().allMatch(calendar -> calendar.parts().isEmpty());
    if (calendars.isEmpty() || (empty && (lost > 0 || !ended))) {
      throw new NotACalendar(lost > 0 ? lost : Math.max(1, lastLine));
    }
  }

  private void take(String text, int number) {
    lastLine = number;
    Matcher frame = FRAME.matcher(text);
    if (!frame.matches()) {
      line(text, number);
    } else if (frame.group(1).equalsIgnoreCase("BEGIN")) {
      begin(frame.group(2).toUpperCase(Locale.ROOT), number);
    } else {
      end(frame.group(2).toUpperCase(Locale.ROOT), number);
    }
  }

  private void begin(String name, int number) {
    if (name.equals(CALENDAR)) {
      close(0);
      calendars.add(new RawComponent(name, number));
      open.push(calendars.get(calendars.size() - 1));
      reopened = false;
    } else if (calendars.isEmpty()) {
      lose(number);
    } else {
      if (TOP.contains(name)) {
        close(1);
      }
      part(name, number);
    }
  }

  private void part(String name, int number) {
    if (open.size() > DEEPEST) {
      tooDeep++;
      return;
    }
    if (open.isEmpty()) {
      open.push(calendars.get(calendars.size() - 1));
      reopened = true;
    }
    RawComponent component = new RawComponent(name, number);
    open.element().parts().add(component);
    open.push(component);
  }

  private void end(String name, int number) {
    if (name.equals(CALENDAR) && !open.isEmpty()) {
      close(1);
      open.clear();
      ended = true;
    } else if (tooDeep > 0) {
      tooDeep--;
    } else if (open.size() > 1 && open.stream().anyMatch(one -> one.name().equals(name))) {
      while (!open.element().name().equals(name)) {
        unended(open.pop());
      }
      open.pop();
    } else {
      lose(number);
    }
  }

  /** Ends what is open, but for so many around it. */
  private void close(int but) {
    tooDeep = 0;
    while (open.size() > but) {
      RawComponent component = open.pop();
      if (!open.isEmpty() || !reopened) {
        unended(component);
      }
    }
  }

  private static void unended(RawComponent component) {
    component.notes().add(CalendarNote.of("unended", component.name(), component.number()));
  }

  private void line(String text, int number) {
    Optional<ContentLine> line = ContentLine.of(text, number);
    if (open.isEmpty()) {
      lose(number);
    } else if (tooDeep == 0) {
      RawComponent component = open.element();
      line.ifPresentOrElse(
          read -> component.add(read, text), () -> component.addLost(text, number));
      if (line.isEmpty()) {
        lost = lost == 0 ? number : lost;
      }
      if (line.isEmpty() && component.name().equals(CALENDAR)) {
        notes.add(CalendarNote.of("line-lost", number));
      }
    }
  }

  private void lose(int number) {
    lost = lost == 0 ? number : lost;
    notes.add(CalendarNote.of("line-lost", number));
  }
}
