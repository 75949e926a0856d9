package org.grappe.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.grappe.event.CalendarReport.Outcome;
import org.grappe.event.calendar.CalendarComponent;
import org.grappe.event.calendar.CalendarEvent;
import org.grappe.event.calendar.CalendarNote;
import org.grappe.event.calendar.ReadCalendar;
import org.grappe.shared.GrappeConfig;
import org.grappe.shared.Ref;
import org.grappe.shared.Slugs;
import org.grappe.shared.Today;
import org.grappe.shared.problem.Faults;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemAnswers;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.read.Database;
import org.grappe.shared.write.Owners;
import org.grappe.shared.write.Rights;

/** Takes up a cluster's events from a calendar of another program. */
@ApplicationScoped
class EventImport {
  /** So many are written in one request; a calendar of more is one of many years. */
  private static final int MOST = 10_000;

  private final Events events;
  private final Database database;
  private final Rights rights;
  private final CalendarTurns turns;
  private final ProblemAnswers wording;
  private final Today today;
  private final GrappeConfig config;

  EventImport(
      Events events,
      Database database,
      Rights rights,
      CalendarTurns turns,
      ProblemAnswers wording,
      Today today,
      GrappeConfig config) {
    this.events = events;
    this.database = database;
    this.rights = rights;
    this.turns = turns;
    this.wording = wording;
    this.today = today;
    this.config = config;
  }

  /** The cluster that hosts what is imported, and the day from which it is no more. */
  private record Hosting(UUID cluster, EventScope scope, LocalDate ended) {}

  /** What became of a series, and so of its occurrences on these days of its rule. */
  private record Taken(Outcome outcome, Ref event, String reason, Set<LocalDate> days) {
    static Taken leftOut(String reason) {
      return new Taken(Outcome.LEFT_OUT, null, reason, Set.of());
    }
  }

  /**
   * Takes up a file: each component by itself.
   *
   * @param host the cluster, by slug or id
   * @throws Problem {@code malformed-request} for what is no calendar
   */
  CalendarReport take(byte[] file, String host, EventScope scope, boolean dryRun) {
    Hosting hosting = hosting(host, scope);
    rights.toEnter(Owners.cluster(hosting.cluster()));
    ReadCalendar calendar = read(file);
    List<CalendarComponent> components = calendar.components();
    if (components.size() > MOST) {
      throw Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "calendar.too-many", MOST);
    }
    turns.take(hosting.cluster());
    Map<String, Taken> series = new HashMap<>();
    if (dryRun) {
      database.change("savepoint before_file");
    }
    for (CalendarComponent component : components) {
      if (component.event() != null) {
        series.put(component.uid(), take(component.event(), hosting, dryRun));
        events.forget();
      }
    }
    List<CalendarReport.Item> items = new ArrayList<>();
    for (CalendarComponent component : components) {
      items.add(item(component, series));
    }
    if (dryRun) {
      // not the whole transaction, in which the answer is kept for a retry
      database.change("rollback to savepoint before_file");
    }
    return CalendarReport.of(List.copyOf(items), calendar.notes().stream().map(this::say).toList());
  }

  private Hosting hosting(String host, EventScope scope) {
    if (host == null || (Slugs.id(host).isEmpty() && !Slugs.isSlug(host))) {
      throw host == null
          ? Problems.parameter("host", "field.missing")
          : Problems.parameter("host", "parameter.reference", host);
    }
    return database
        .one(
            """
            select id, last_day(dissolved_on) from clusters
            where slug = ? or id::text = lower(?)\
            """,
            row ->
                new Hosting(row.getObject(1, UUID.class), scope, row.getObject(2, LocalDate.class)),
            host,
            host)
        .orElseThrow(
            () -> Problems.parameter("host", "reference.unknown", Problems.noun("clusters"), host));
  }

  private ReadCalendar read(byte[] file) {
    try {
      return ReadCalendar.of(file, config.zone(), Recurrence::isRule);
    } catch (IllegalArgumentException noCalendar) {
      throw Problems.malformed("calendar.none", noCalendar.getMessage());
    }
  }

  private Taken take(CalendarEvent event, Hosting hosting, boolean dryRun) {
    Optional<Event> known = events.known(event.uid());
    if (known.isPresent() && !known.get().host().equals(Optional.of(hosting.cluster()))) {
      return Taken.leftOut(say("calendar.elsewhere"));
    }
    // what one event breaks is undone without the others; each holds a lock until it is released
    database.change("savepoint before_event");
    try {
      Taken taken = write(event, known, hosting, dryRun);
      database.change("release savepoint before_event");
      return taken;
    } catch (Problem refused) {
      database.change("rollback to savepoint before_event");
      database.change("release savepoint before_event");
      return Taken.leftOut(wording.detail(refused));
    }
  }

  private Taken write(CalendarEvent event, Optional<Event> known, Hosting hosting, boolean dryRun) {
    ImportedEvent imported = new ImportedEvent(event, known, today.day());
    EventContent content = content(imported, event, hosting);
    Set<LocalDate> days = days(content);
    List<ChangedOccurrence> changes =
        imported.changes().stream().filter(change -> days.contains(change.date())).toList();
    Optional<LocalDate> cancelled = imported.cancelledOn(today.day());
    boolean says = !changes.isEmpty() || cancelled.isPresent();
    if (!says && known.map(Event::content).equals(Optional.of(content))) {
      return new Taken(Outcome.UNCHANGED, ref(known.get(), event), null, days);
    }
    Event written = known.orElse(null);
    if (written == null) {
      written = events.enter(content, event.uid(), changes);
    } else {
      events.follow(written, content, changes);
    }
    if (cancelled.isPresent()) {
      events.cancel(written, cancelled.get(), null, List.of());
    }
    boolean made = known.isEmpty();
    Ref ref = made && dryRun ? null : ref(written, event);
    return new Taken(made ? Outcome.MADE : Outcome.UPDATED, ref, null, days);
  }

  private EventContent content(ImportedEvent imported, CalendarEvent event, Hosting hosting) {
    refuseUnless(event.exceptions().size() <= 1000, "calendar.exceptions");
    refuseUnless(inRange(event.startsOn()) && inRange(event.endsOn()), "calendar.years");
    refuseUnless(
        hosting.ended() == null || hosting.ended().isAfter(event.startsOn()), "calendar.life");
    EventContent content = imported.content(hosting.cluster(), hosting.scope());
    Faults faults = new Faults();
    content.check("", faults);
    faults.raise();
    return content;
  }

  private static boolean inRange(LocalDate day) {
    return day.getYear() >= 1800 && day.getYear() <= 2200;
  }

  private static void refuseUnless(boolean holds, String key, Object... args) {
    if (!holds) {
      throw Problems.of(ProblemType.IMPORT_REFUSED, key, args);
    }
  }

  /** The days of its rule. */
  private Set<LocalDate> days(EventContent content) {
    return Occurrences.of(content, List.of(), today.day()).days().stream()
        .map(Occurrences.Day::date)
        .collect(Collectors.toSet());
  }

  private CalendarReport.Item item(CalendarComponent component, Map<String, Taken> series) {
    Taken taken =
        component.reason() != null
            ? Taken.leftOut(say(component.reason()))
            : series.get(component.uid());
    if (component.occurrence() != null
        && taken.outcome() != Outcome.LEFT_OUT
        && !taken.days().contains(component.occurrence())) {
      taken = Taken.leftOut(say("calendar.no-occurrence"));
    }
    return new CalendarReport.Item(
        component.kind(),
        component.uid(),
        component.name(),
        taken.outcome(),
        taken.event(),
        taken.reason(),
        component.notes().stream().map(this::say).toList());
  }

  private String say(CalendarNote note) {
    // why something was left out is a sentence within the sentence
    return say(
        note.key(),
        note.args().stream()
            .map(arg -> arg instanceof CalendarNote why ? say(why) : arg)
            .toArray());
  }

  private String say(String key, Object... args) {
    return wording.detail(Problems.of(ProblemType.IMPORT_REFUSED, key, args));
  }

  private static Ref ref(Event event, CalendarEvent file) {
    return new Ref(event.id(), file.name(), null);
  }
}
