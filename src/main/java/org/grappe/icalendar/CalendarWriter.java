package org.grappe.icalendar;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/** Writes a calendar, event after event; what it keeps in memory is the names of zones. */
public final class CalendarWriter {
  public static final String TYPE = "text/calendar";
  private static final String REFRESH = Duration.ofHours(1).toString();

  private final ContentLines lines;
  private final Set<ZoneId> zones = new HashSet<>();

  public CalendarWriter(OutputStream out) {
    this.lines = new ContentLines(out);
  }

  /**
   * What stands before the events.
   *
   * @param name what a calendar program calls it
   * @param zone that in which it shows what has none
   * @param source where it is to be had, absolute
   * @param leftOut how many events are not in it because their day isn't known
   */
  public void begin(String name, String zone, String source, long leftOut) throws IOException {
    lines.write("BEGIN:VCALENDAR");
    lines.write("VERSION", "2.0");
    lines.write("PRODID", "-//Grappe//Grappe 1//EN");
    lines.write("CALSCALE", "GREGORIAN");
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.write("X-WR-TIMEZONE", zone);
    lines.write("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.write("X-PUBLISHED-TTL", REFRESH);
    lines.write("SOURCE;VALUE=URI", CalendarText.address(source));
    if (leftOut > 0) {
      lines.text("COMMENT", leftOut + " left out: the day is not known.");
    }
  }

  /** What the calendar is about, before its events. */
  public void describe(String text) throws IOException {
    lines.text("DESCRIPTION", text);
    lines.text("X-WR-CALDESC", text);
  }

  /** An event and what differs from its rule, after the definition of its zone. */
  public void event(CalendarEvent event) throws IOException {
    boolean timed =
        event.startTime() != null
            || event.changes().stream().anyMatch(change -> change.startTime() != null);
    if (timed && !CalendarZones.isUtc(event.zone()) && zones.add(event.zone())) {
      lines.write(ZoneText.of(event.zone()));
    }
    new EventComponents(event, lines).write();
  }

  public void end() throws IOException {
    lines.write("END:VCALENDAR");
  }
}
