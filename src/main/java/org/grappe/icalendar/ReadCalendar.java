package org.grappe.icalendar;

import java.time.ZoneId;
import java.util.List;

/**
 * A calendar that was read.
 *
 * @param components in the order of the file
 * @param notes what of the file stands in no component and could not be read
 */
public record ReadCalendar(List<CalendarComponent> components, List<CalendarNote> notes) {
  /**
   * Reads a file.
   *
   * @param usual the zone of times that have none, where the calendar itself names none
   * @throws NotACalendar where it is none
   */
  public static ReadCalendar of(byte[] file, ZoneId usual) {
    RawCalendar raw = CalendarLexer.read(file);
    List<CalendarComponent> components = CalendarReader.read(raw, usual);
    NoteList notes = new NoteList();
    raw.notes().forEach(notes::add);
    raw.calendars().forEach(calendar -> calendar.notes().all().forEach(notes::add));
    raw.calendars().stream()
        .flatMap(calendar -> calendar.parts().stream())
        .filter(part -> part.name().equals("VTIMEZONE"))
        .flatMap(RawComponent::allNotes)
        .forEach(notes::add);
    return new ReadCalendar(components, notes.all());
  }
}
