package org.grappe.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grappe.calendar.CalendarReport.Outcome;
import org.grappe.calendar.ImportedEvents.Hosting;
import org.grappe.calendar.ImportedEvents.Taken;
import org.grappe.event.EventScope;
import org.grappe.icalendar.CalendarComponent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.icalendar.ReadCalendar;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.ImportSteps;
import org.grappe.imports.Progress;
import org.grappe.record.Owners;
import org.grappe.record.Rights;

/** How a calendar is taken up: each of its events by itself, whatever becomes of the others. */
final class CalendarSteps implements ImportSteps<CalendarReport> {
  /** So many are looked up and written with one statement. */
  private static final int STRETCH = 200;

  private final ImportOrder order;
  private final CalendarHosts hosts;
  private final Rights rights;
  private final CalendarReading reading;
  private final CalendarTurns turns;
  private final ImportedEvents imported;
  private final CalendarSentences sentences;
  private final Map<String, Taken> taken = new HashMap<>();
  private Hosting hosting;
  private ReadCalendar calendar;
  private List<CalendarEvent> events;

  CalendarSteps(
      ImportOrder order,
      CalendarHosts hosts,
      Rights rights,
      CalendarReading reading,
      CalendarTurns turns,
      ImportedEvents imported,
      CalendarSentences sentences) {
    this.order = order;
    this.hosts = hosts;
    this.rights = rights;
    this.reading = reading;
    this.turns = turns;
    this.imported = imported;
    this.sentences = sentences;
  }

  @Override
  public void read(InputStream file, Progress progress) {
    Map<String, String> parameters = order.parameters();
    EventScope scope = EventScope.valueOf(parameters.get(CalendarImport.SCOPE));
    hosting = hosts.required(parameters.get(CalendarImport.HOST), scope);
    rights.requireCreate(Owners.cluster(hosting.cluster()));
    try {
      calendar = reading.read(file.readAllBytes());
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
    events = reading.events(calendar);
  }

  /** What is known of the events is looked up a stretch at a time. */
  @Override
  public void compare() {
    if (!order.dryRun()) {
      turns.take(hosting.cluster());
    }
  }

  @Override
  public long lines() {
    return events.size();
  }

  @Override
  public long leftOut() {
    return taken.values().stream().filter(one -> one.outcome() == Outcome.LEFT_OUT).count();
  }

  @Override
  public int stretch() {
    return STRETCH;
  }

  @Override
  public void judge(long from, long until) {
    List<CalendarEvent> some = events.subList((int) from, (int) Math.min(until, events.size()));
    taken.putAll(imported.take(some, hosting, order.dryRun()));
  }

  @Override
  public CalendarReport report() {
    return CalendarReport.of(
        calendar.components().stream().map(this::item).toList(), sentences.all(calendar.notes()));
  }

  private CalendarReport.Item item(CalendarComponent component) {
    Taken its =
        component.reason() != null
            ? Taken.leftOut(sentences.say(component.reason()))
            : taken.get(component.uid());
    if (component.occurrence() != null
        && its.outcome() != Outcome.LEFT_OUT
        && !its.days().contains(component.occurrence())) {
      its = Taken.leftOut(sentences.say("calendar.no-occurrence"));
    }
    return new CalendarReport.Item(
        component.kind(),
        component.uid(),
        component.name(),
        its.outcome(),
        its.event(),
        its.reason(),
        sentences.all(component.notes()));
  }
}
