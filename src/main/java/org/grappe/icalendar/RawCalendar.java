package org.grappe.icalendar;

import java.util.List;

/**
 * A file taken apart.
 *
 * @param calendars most have one; each has its components as parts
 * @param notes what stands in no component and could not be read
 */
record RawCalendar(List<RawComponent> calendars, List<CalendarNote> notes) {}
