package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.grappe.calendar.CalendarReport.Outcome;
import org.grappe.calendar.ImportedEvents.Hosting;
import org.grappe.calendar.ImportedEvents.Taken;
import org.grappe.config.GrappeConfig;
import org.grappe.config.Today;
import org.grappe.event.EventScope;
import org.grappe.icalendar.CalendarComponent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.icalendar.NotACalendar;
import org.grappe.icalendar.ReadCalendar;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.record.Owners;
import org.grappe.record.Rights;
import org.grappe.recurrence.Recurrence;

/** Takes up a cluster's events from a calendar of another program. */
@ApplicationScoped
class CalendarImport {
  /** So many are written in one request; a calendar of more is one of many years. */
  private static final int MOST = 10_000;

  /** So many are looked up and written with one statement. */
  private static final int STRETCH = 200;

  private final ImportedEvents events;
  private final CalendarHosts hosts;
  private final Rights rights;
  private final CalendarTurns turns;
  private final CalendarSentences sentences;
  private final Today today;
  private final GrappeConfig config;

  CalendarImport(
      ImportedEvents events,
      CalendarHosts hosts,
      Rights rights,
      CalendarTurns turns,
      CalendarSentences sentences,
      Today today,
      GrappeConfig config) {
    this.events = events;
    this.hosts = hosts;
    this.rights = rights;
    this.turns = turns;
    this.sentences = sentences;
    this.today = today;
    this.config = config;
  }

  /**
   * Takes up a file: each component by itself.
   *
   * @param host the cluster, by slug or id
   * @throws Problem {@code malformed-request} for what is no calendar, {@code payload-too-large},
   *     {@code import-refused} for too many components or days
   */
  CalendarReport take(byte[] file, String host, EventScope scope, boolean dryRun) {
    Hosting hosting = hosts.required(host, scope);
    rights.requireCreate(Owners.cluster(hosting.cluster()));
    ReadCalendar calendar = read(file);
    List<CalendarComponent> components = calendar.components();
    if (components.size() > MOST) {
      throw Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "calendar.too-many", MOST);
    }
    List<CalendarEvent> found =
        components.stream().map(CalendarComponent::event).filter(Objects::nonNull).toList();
    CalendarDays.requireFew(found, today.day());
    if (!dryRun) {
      turns.take(hosting.cluster());
    }
    Map<String, Taken> series = new HashMap<>();
    for (int from = 0; from < found.size(); from += STRETCH) {
      List<CalendarEvent> stretch = found.subList(from, Math.min(from + STRETCH, found.size()));
      series.putAll(events.take(stretch, hosting, dryRun));
    }
    List<CalendarReport.Item> items = new ArrayList<>();
    for (CalendarComponent component : components) {
      items.add(item(component, series));
    }
    return CalendarReport.of(
        List.copyOf(items), calendar.notes().stream().map(sentences::say).toList());
  }

  private ReadCalendar read(byte[] file) {
    try {
      return ReadCalendar.of(file, config.zone(), Recurrence::isRule);
    } catch (NotACalendar none) {
      throw Problems.malformed("calendar.none", String.valueOf(none.line()));
    }
  }

  private CalendarReport.Item item(CalendarComponent component, Map<String, Taken> series) {
    Taken taken =
        component.reason() != null
            ? Taken.leftOut(sentences.say(component.reason()))
            : series.get(component.uid());
    if (component.occurrence() != null
        && taken.outcome() != Outcome.LEFT_OUT
        && !taken.days().contains(component.occurrence())) {
      taken = Taken.leftOut(sentences.say("calendar.no-occurrence"));
    }
    return new CalendarReport.Item(
        component.kind(),
        component.uid(),
        component.name(),
        taken.outcome(),
        taken.event(),
        taken.reason(),
        component.notes().stream().map(sentences::say).toList());
  }
}
