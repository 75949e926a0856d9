package org.grappe.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.grappe.value.Texts;

/** Reads what one component tells of an event. */
final class EventReading {
  private static final int LONGEST_UID = 255;

  private final RawComponent raw;
  private final FileZones zones;
  private final EventProperties properties;

  EventReading(RawComponent raw, FileZones zones) {
    this.raw = raw;
    this.zones = zones;
    this.properties = new EventProperties(raw);
  }

  /**
   * What the component tells.
   *
   * @throws CalendarNote.Refusal where it can't be taken
   */
  CalendarEvent event() {
    refuseWhatIsNotTaken();
    ZonedMoments moments = new ZonedMoments(raw.notes(), zones);
    EventTimes read = new EventTimes(raw, zones.usual(), moments);
    String rule = new EventRule(raw).read(read.local());
    ZoneId zone = read.zone(rule != null);
    EventTimes.Times times = read.in(zone, rule != null);
    ExceptionDays exceptions = new ExceptionDays(raw, moments);
    return CalendarEventBuilder.builder()
        .uid(uid())
        .sequence(properties.sequence())
        .modified(properties.modified())
        .name(properties.name())
        .description(properties.description())
        .startsOn(times.first())
        .endsOn(times.last())
        .startTime(times.starts())
        .endTime(times.ends())
        .zone(zone)
        .rule(rule)
        .exceptions(rule == null ? exceptions.ofNoRule() : exceptions.in(zone))
        .changes(List.of())
        .cancelled(properties.isCancelled())
        .venue(properties.venue())
        .url(properties.url())
        .categories(List.of())
        .partners(List.of())
        .build();
  }

  private void refuseWhatIsNotTaken() {
    if (raw.text("SUMMARY") == null) {
      throw new CalendarNote.Refusal("no-name");
    }
    if (properties.isPrivate()) {
      throw new CalendarNote.Refusal("private");
    }
    boolean several =
        raw.all("RRULE").stream().map(line -> line.value().strip()).distinct().count() > 1;
    if (raw.has("RDATE") || raw.has("EXRULE") || several) {
      throw new CalendarNote.Refusal("rule");
    }
  }

  /** Its UID or, where it has none, one that the same name and time have again. */
  private String uid() {
    String uid = raw.text("UID");
    if (uid == null) {
      String known = raw.text("SUMMARY") + "\n" + raw.value("DTSTART");
      raw.notes().add(CalendarNote.of("no-uid", raw.number()));
      return "no-uid-" + UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8));
    }
    if (Texts.length(uid) > LONGEST_UID) {
      throw new CalendarNote.Refusal("uid");
    }
    return uid;
  }
}
