package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grappe.event.EventWriting;
import org.grappe.event.KnownEvent;
import org.grappe.event.WrittenEvent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.problem.Problem;

/** Says what becomes of the events of a calendar, a stretch of them at a time, and does it. */
@ApplicationScoped
class ImportedEvents {
  private final HostedEvents hosted;
  private final EventWriting writing;
  private final EventTaking taking;
  private final CalendarSentences sentences;

  ImportedEvents(
      HostedEvents hosted, EventWriting writing, EventTaking taking, CalendarSentences sentences) {
    this.hosted = hosted;
    this.writing = writing;
    this.taking = taking;
    this.sentences = sentences;
  }

  /** What becomes of each, by its UID; a dry run only says it. */
  Map<String, TakenEvent> take(List<CalendarEvent> events, Hosting hosting, boolean dryRun) {
    Map<String, KnownEvent> known =
        hosted.byUid(events.stream().map(CalendarEvent::uid).toList(), hosting.cluster(), !dryRun);
    Set<UUID> found = new HashSet<>();
    Map<String, TakenEvent> taken = new HashMap<>();
    List<WrittenEvent> written = new ArrayList<>();
    for (CalendarEvent event : events) {
      Optional<KnownEvent> one = Optional.ofNullable(known.get(event.uid()));
      boolean isFirst = one.isEmpty() || found.add(one.get().id());
      TakenEvent its =
          isFirst
              ? take(event, one, hosting, dryRun)
              : TakenEvent.leftOut(sentences.say("calendar.twice"));
      taken.put(event.uid(), its);
      if (its.written() != null) {
        written.add(its.written());
      }
    }
    writing
        .write(written, dryRun)
        .forEach((uid, refused) -> taken.put(uid, TakenEvent.leftOut(sentences.say(refused))));
    return taken;
  }

  private TakenEvent take(
      CalendarEvent event, Optional<KnownEvent> known, Hosting hosting, boolean dryRun) {
    if (known.isPresent() && !known.get().host().equals(Optional.of(hosting.cluster()))) {
      return TakenEvent.leftOut(sentences.say("calendar.elsewhere"));
    }
    try {
      return taking.take(event, known, hosting, dryRun);
    } catch (Problem refused) {
      return TakenEvent.leftOut(sentences.say(refused));
    }
  }
}
