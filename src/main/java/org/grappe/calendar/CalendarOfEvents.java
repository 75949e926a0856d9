package org.grappe.calendar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.grappe.copy.Contents;
import org.grappe.database.Snapshot;
import org.grappe.format.Linked;
import org.grappe.icalendar.CalendarWriter;
import org.grappe.query.ListExport;

/**
 * A calendar of many events, in constant memory however many they are.
 *
 * @param title what it is called
 * @param base the address of this service
 * @param registry what its ids are marked with
 * @param requested the address of the calendar
 */
record CalendarOfEvents(
    ListExport<CalendarRow> rows,
    CalendarTitle title,
    ZoneId zone,
    String base,
    String registry,
    String requested)
    implements Contents, Linked {
  static final String TYPE = CalendarWriter.TYPE + ";charset=utf-8";

  /** As {@link CalendarRow#isDated} has it. */
  private static final String UNDATED =
      "coalesce(length(e.starts_on), 0) < 10 or length(e.ends_on) < 10";

  @Override
  public Optional<String> link() {
    return title.links();
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public List<Object> key() {
    return List.of(rows.key(), title, requested);
  }

  @Override
  public int write(Snapshot snapshot, int most, OutputStream out) throws IOException {
    OutputStream lines = new BufferedOutputStream(out, 1 << 14);
    CalendarWriter calendar = new CalendarWriter(lines);
    calendar.begin(title.name(), zone.getId(), requested, rows.count(snapshot, UNDATED));
    if (!title.successors().isEmpty()) {
      calendar.describe(title.description(base).orElseThrow());
    }
    int count = rows.each(snapshot, most, row -> add(row, calendar));
    calendar.end();
    lines.flush();
    return count;
  }

  private void add(CalendarRow row, CalendarWriter calendar) {
    if (!row.isDated()) {
      return;
    }
    try {
      calendar.event(new CalendarEntry(row, row.toldUid(registry)).event(base));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
