package org.grappe.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.grappe.event.EventScope;
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
  private final TakenEvents taken;
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
    this.taken = new TakenEvents(sentences);
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
    return taken.leftOut();
  }

  @Override
  public int stretch() {
    return STRETCH;
  }

  @Override
  public void judge(long from, long until) {
    List<CalendarEvent> some = events.subList((int) from, (int) Math.min(until, events.size()));
    taken.add(imported.take(some, hosting, order.dryRun()));
  }

  @Override
  public CalendarReport report() {
    return CalendarReport.of(
        calendar.components().stream().map(taken::of).toList(), sentences.all(calendar.notes()));
  }
}
