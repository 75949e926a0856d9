package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.calendar.CalendarReport.Outcome;
import org.grappe.config.Today;
import org.grappe.event.ChangedOccurrence;
import org.grappe.event.EventContent;
import org.grappe.event.EventScope;
import org.grappe.event.EventWriting;
import org.grappe.event.KnownEvent;
import org.grappe.event.Occurrences;
import org.grappe.event.WrittenEvent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Ids;
import org.grappe.value.Ref;
import org.grappe.value.Violations;

/** Says what becomes of the events of a calendar, a stretch of them at a time, and does it. */
@ApplicationScoped
class ImportedEvents {
  /** An event's id, as a calendar of this registry has it (see {@link ToldUids}). */
  private static final Pattern TOLD_BY_ID =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.+");

  private final HostedEvents hosted;
  private final EventWriting writing;
  private final CalendarSentences sentences;
  private final Ids ids;
  private final Today today;

  ImportedEvents(
      HostedEvents hosted,
      EventWriting writing,
      CalendarSentences sentences,
      Ids ids,
      Today today) {
    this.hosted = hosted;
    this.writing = writing;
    this.sentences = sentences;
    this.ids = ids;
    this.today = today;
  }

  /** The cluster that hosts what is imported, and the day from which it is no more. */
  record Hosting(UUID cluster, EventScope scope, LocalDate ended) {}

  /**
   * What became of a series, and so of its occurrences on these days of its rule.
   *
   * @param written what is to be written; null where that is nothing
   */
  record Taken(
      Outcome outcome, Ref event, String reason, Set<LocalDate> days, WrittenEvent written) {
    static Taken leftOut(String reason) {
      return new Taken(Outcome.LEFT_OUT, null, reason, Set.of(), null);
    }
  }

  /** What becomes of each, by its UID; a dry run only says it. */
  Map<String, Taken> take(List<CalendarEvent> events, Hosting hosting, boolean dryRun) {
    Map<String, KnownEvent> known = known(events, hosting.cluster(), dryRun);
    Set<UUID> found = new HashSet<>();
    Map<String, Taken> taken = new HashMap<>();
    List<WrittenEvent> written = new ArrayList<>();
    for (CalendarEvent event : events) {
      Optional<KnownEvent> one = Optional.ofNullable(known.get(event.uid()));
      boolean isFirst = one.isEmpty() || found.add(one.get().id());
      Taken its =
          isFirst
              ? take(event, one, hosting, dryRun)
              : Taken.leftOut(sentences.say("calendar.twice"));
      taken.put(event.uid(), its);
      if (its.written() != null) {
        written.add(its.written());
      }
    }
    writing
        .write(written, dryRun)
        .forEach((uid, refused) -> taken.put(uid, Taken.leftOut(sentences.say(refused))));
    return taken;
  }

  /** What there is of them, by the UID of the file: a registry's own calendar may tell the id. */
  private Map<String, KnownEvent> known(List<CalendarEvent> events, UUID host, boolean dryRun) {
    List<String> uids = events.stream().map(CalendarEvent::uid).toList();
    Map<String, UUID> ids = new HashMap<>();
    for (String uid : uids) {
      Matcher told = TOLD_BY_ID.matcher(uid);
      if (told.matches()) {
        ids.put(uid, UUID.fromString(told.group(1)));
      }
    }
    if (!dryRun) {
      hosted.lock(uids, ids.values(), host);
    }
    Map<String, KnownEvent> known = new HashMap<>();
    hosted.known(uids, host).forEach(event -> known.put(event.uid(), event));
    Map<UUID, KnownEvent> told = new HashMap<>();
    hosted.told(ids.values(), host).forEach(event -> told.put(event.id(), event));
    ids.forEach((uid, id) -> known.compute(uid, (same, other) -> told.getOrDefault(id, other)));
    return known;
  }

  private Taken take(
      CalendarEvent event, Optional<KnownEvent> known, Hosting hosting, boolean dryRun) {
    if (known.isPresent() && !known.get().host().equals(Optional.of(hosting.cluster()))) {
      return Taken.leftOut(sentences.say("calendar.elsewhere"));
    }
    try {
      return compare(event, known, hosting, dryRun);
    } catch (Problem refused) {
      return Taken.leftOut(sentences.say(refused));
    }
  }

  private Taken compare(
      CalendarEvent event, Optional<KnownEvent> known, Hosting hosting, boolean dryRun) {
    ImportedEvent imported = new ImportedEvent(event, known, today.day());
    EventContent content = content(imported, event, hosting);
    Set<LocalDate> days = Occurrences.of(content, List.of(), today.day()).dates();
    List<ChangedOccurrence> changes =
        imported.changes().stream().filter(change -> days.contains(change.date())).toList();
    Optional<LocalDate> cancelled = imported.cancelledOn(today.day());
    boolean says = !changes.isEmpty() || cancelled.isPresent();
    if (!says && known.map(KnownEvent::content).equals(Optional.of(content))) {
      return new Taken(Outcome.UNCHANGED, ref(known.get().id(), event), null, days, null);
    }
    UUID id = known.map(KnownEvent::id).orElseGet(ids::next);
    WrittenEvent written =
        WrittenEvent.of(
            id,
            event.uid(),
            known.orElse(null),
            content,
            cancelled.or(() -> known.map(KnownEvent::cancelledOn)).orElse(null),
            changes,
            today.day());
    Outcome outcome = known.isEmpty() ? Outcome.MADE : Outcome.UPDATED;
    Ref ref = known.isEmpty() && dryRun ? null : ref(id, event);
    return new Taken(outcome, ref, null, days, written);
  }

  private static EventContent content(
      ImportedEvent imported, CalendarEvent event, Hosting hosting) {
    refuseUnless(event.exceptions().size() <= 1000, "calendar.exceptions");
    refuseUnless(inRange(event.startsOn()) && inRange(event.endsOn()), "calendar.years");
    refuseUnless(
        hosting.ended() == null || hosting.ended().isAfter(event.startsOn()), "calendar.life");
    EventContent content = imported.content(hosting.cluster(), hosting.scope());
    Violations violations = new Violations();
    content.check("", violations);
    Problems.raise(violations);
    return content;
  }

  private static boolean inRange(LocalDate day) {
    return day.getYear() >= 1800 && day.getYear() <= 2200;
  }

  private static void refuseUnless(boolean holds, String key) {
    if (!holds) {
      throw Problems.of(ProblemType.IMPORT_REFUSED, key);
    }
  }

  private static Ref ref(UUID event, CalendarEvent file) {
    return new Ref(event, file.name(), null);
  }
}
