package org.grappe.icalendar;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Source;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes a calendar, event after event; what it keeps in memory is the names of zones. */
public final class CalendarWriter {
  public static final String TYPE = "text/calendar";
  private static final Duration REFRESH = Duration.ofHours(1);

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
    lines.write(ImmutableVersion.VERSION_2_0);
    lines.write(new ProdId("-//Grappe//Grappe 1//EN"));
    lines.write(ImmutableCalScale.GREGORIAN);
    lines.write(new Name(CalendarText.of(name)));
    lines.write(new XProperty("X-WR-CALNAME", CalendarText.of(name)));
    lines.write(new XProperty("X-WR-TIMEZONE", zone));
    lines.write(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    lines.write(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    lines.write(new Source(new ParameterList(List.of(Value.URI)), CalendarText.address(source)));
    if (leftOut > 0) {
      lines.write(new Comment(leftOut + " left out: the day is not known."));
    }
  }

  /** An event and what differs from its rule, after the definition of its zone. */
  public void event(CalendarEvent event) throws IOException {
    boolean timed =
        event.startTime() != null
            || event.changes().stream().anyMatch(change -> change.startTime() != null);
    if (timed && !CalendarZones.isUtc(event.zone())) {
      if (zones.add(event.zone())) {
        lines.write(CalendarZones.definition(event.zone()));
      }
    }
    for (VEvent component : new EventComponents(event).all()) {
      lines.write(component);
    }
  }

  public void end() throws IOException {
    lines.write("END:VCALENDAR");
  }
}
