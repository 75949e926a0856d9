package org.grappe.calendar;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.grappe.copy.Contents;
import org.grappe.database.Snapshot;
import org.grappe.icalendar.CalendarWriter;

/** The calendar of one event, which has been read. */
record CalendarOfOne(CalendarRow row, ZoneId zone, String base, String registry, String requested)
    implements Contents {
  @Override
  public String type() {
    return CalendarOfEvents.TYPE;
  }

  @Override
  public List<Object> key() {
    return List.of(row, requested);
  }

  @Override
  public int write(Snapshot snapshot, int most, OutputStream out) throws IOException {
    CalendarWriter calendar = new CalendarWriter(out);
    calendar.begin(row.name(), zone.getId(), requested, row.isDated() ? 0 : 1);
    if (row.isDated()) {
      calendar.event(new CalendarEntry(row, row.toldUid(registry)).event(base));
    }
    calendar.end();
    return 1;
  }
}
