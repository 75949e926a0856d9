package org.grappe.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * The moments that a component tells, in the zones that its calendar knows. What is taken otherwise
 * than it stands there is noted.
 */
final class ZonedMoments {
  private static final Pattern UTC_NAME =
      Pattern.compile("(?i)\\s*(Z|(etc/)?(utc|uct|gmt|zulu|universal|greenwich))\\s*");

  /** So much of a zone's name is shown in a sentence. */
  private static final int SHOWN = 100;

  private final NoteList notes;
  private final FileZones zones;

  ZonedMoments(NoteList notes, FileZones zones) {
    this.notes = notes;
    this.zones = zones;
  }

  /**
   * The moment of a line of one value.
   *
   * @throws CalendarNote.Refusal where it is none, or its zone isn't known
   */
  Moment of(ContentLine line) {
    MomentText text = new MomentText(line);
    Moment read = text.moment((name, at) -> zone(name, at, line));
    String zone = line.parameter("TZID");
    if (text.tellsOffset() && !zone.isBlank() && !UTC_NAME.matcher(zone).matches()) {
      notes.add(
          CalendarNote.of(
              "zone-twice", line.number(), line.name(), CalendarText.shown(zone, SHOWN)));
    }
    if (text.isCut()) {
      Object taken = read.isDay() ? read.time().toLocalDate() : read.time();
      notes.add(CalendarNote.of("taken-for", line.number(), line.name(), taken.toString()));
    }
    return read;
  }

  private ZoneId zone(String name, LocalDateTime at, ContentLine line) {
    String shown = CalendarText.shown(name, SHOWN);
    FoundZone found =
        zones
            .of(name, at)
            .orElseThrow(() -> new CalendarNote.Refusal("zone", shown, line.number()));
    if (!found.sure()) {
      notes.add(CalendarNote.of("zone-taken", line.number(), shown, found.zone().getId()));
    }
    return found.zone();
  }
}
