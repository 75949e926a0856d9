package org.grappe.icalendar;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of a component: the first twenty notes, and how many more there are. */
final class NoteList {
  private static final int MOST = 20;

  private final List<CalendarNote> first = new ArrayList<>(0);
  private int more;

  void add(CalendarNote note) {
    if (first.contains(note)) {
      return;
    }
    if (first.size() < MOST) {
      first.add(note);
    } else {
      more++;
    }
  }

  List<CalendarNote> all() {
    if (more == 0) {
      return List.copyOf(first);
    }
    List<CalendarNote> all = new ArrayList<>(first);
    all.add(CalendarNote.of("more-notes", more));
    return List.copyOf(all);
  }
}
