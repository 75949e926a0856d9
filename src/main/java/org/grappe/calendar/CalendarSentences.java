package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.http.ProblemAnswers;
import org.grappe.icalendar.CalendarNote;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Says in the caller's language what is to be said of a calendar. */
@ApplicationScoped
class CalendarSentences {
  private final ProblemAnswers wording;

  CalendarSentences(ProblemAnswers wording) {
    this.wording = wording;
  }

  List<String> all(List<CalendarNote> notes) {
    return notes.stream().map(this::say).toList();
  }

  String say(CalendarNote note) {
    // why something was left out is a sentence within the sentence
    return say(
        note.key(),
        note.args().stream()
            .map(arg -> arg instanceof CalendarNote why ? say(why) : arg)
            .toArray());
  }

  String say(String key, Object... args) {
    return say(Problems.of(ProblemType.IMPORT_REFUSED, key, args));
  }

  String say(Problem problem) {
    return wording.detail(problem);
  }
}
