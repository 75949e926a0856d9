package org.grappe.icalendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The components of a file while it is read, and which of them are open. An end that is missing is
 * made up for, and noted.
 */
final class OpenComponents {
  static final String CALENDAR = "VCALENDAR";

  /** Components that stand in a calendar and in nothing else. */
  private static final Set<String> TOP =
      Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE");

  private static final int DEEPEST = 8;

  private final List<RawComponent> calendars = new ArrayList<>();
  private final Deque<RawComponent> open = new ArrayDeque<>();
  private int tooDeep;
  private boolean ended;

  /** Whether what is open is a calendar that had its end already. */
  private boolean reopened;

  /** Begins one; false where it stands in no calendar. */
  boolean begin(String name, int number) {
    if (name.equals(CALENDAR)) {
      close(0);
      calendars.add(new RawComponent(name, number));
      open.push(calendars.get(calendars.size() - 1));
      reopened = false;
      return true;
    }
    if (calendars.isEmpty()) {
      return false;
    }
    if (TOP.contains(name)) {
      close(1);
    }
    part(name, number);
    return true;
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

  /** Ends the innermost of that name; false where there is none. */
  boolean end(String name) {
    if (name.equals(CALENDAR) && !open.isEmpty()) {
      close(1);
      open.clear();
      ended = true;
    } else if (tooDeep > 0) {
      tooDeep--;
    } else if (open.size() > 1 && open.stream().anyMatch(one -> one.name().equals(name))) {
      while (!open.element().name().equals(name)) {
        noteUnended(open.pop());
      }
      open.pop();
    } else {
      return false;
    }
    return true;
  }

  /** Ends all with the file; false where that was cut off within a calendar. */
  boolean finish() {
    close(1);
    return open.isEmpty() || reopened;
  }

  /** Ends what is open, but for so many around it. */
  private void close(int but) {
    tooDeep = 0;
    while (open.size() > but) {
      RawComponent component = open.pop();
      if (!open.isEmpty() || !reopened) {
        noteUnended(component);
      }
    }
  }

  private static void noteUnended(RawComponent component) {
    component.notes().add(CalendarNote.of("unended", component.name(), component.number()));
  }

  boolean isNoneOpen() {
    return open.isEmpty();
  }

  /** The innermost that is open; empty where it lies deeper than any that is read. */
  Optional<RawComponent> innermost() {
    return tooDeep > 0 ? Optional.empty() : Optional.of(open.element());
  }

  List<RawComponent> calendars() {
    return calendars;
  }

  /** Whether the end of a calendar was read. */
  boolean hasEnded() {
    return ended;
  }
}
