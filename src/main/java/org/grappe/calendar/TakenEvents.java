package org.grappe.calendar;

import java.util.HashMap;
import java.util.Map;
import org.grappe.icalendar.CalendarComponent;

/** What became of the events of a file, told for each of its components. */
final class TakenEvents {
  private final CalendarSentences sentences;
  private final Map<String, TakenEvent> byUid = new HashMap<>();

  TakenEvents(CalendarSentences sentences) {
    this.sentences = sentences;
  }

  void add(Map<String, TakenEvent> some) {
    byUid.putAll(some);
  }

  long leftOut() {
    return byUid.values().stream().filter(TakenEvent::isLeftOut).count();
  }

  /** What became of a component; an occurrence goes with its series. */
  CalendarReport.Item of(CalendarComponent component) {
    TakenEvent its = taken(component);
    return new CalendarReport.Item(
        component.kind(),
        component.uid(),
        component.name(),
        its.outcome(),
        its.event(),
        its.reason(),
        sentences.all(component.notes()));
  }

  private TakenEvent taken(CalendarComponent component) {
    if (component.reason() != null) {
      return TakenEvent.leftOut(sentences.say(component.reason()));
    }
    TakenEvent its = byUid.get(component.uid());
    boolean isOfNoDay =
        component.occurrence() != null
            && !its.isLeftOut()
            && !its.days().contains(component.occurrence());
    return isOfNoDay ? TakenEvent.leftOut(sentences.say("calendar.no-occurrence")) : its;
  }
}
