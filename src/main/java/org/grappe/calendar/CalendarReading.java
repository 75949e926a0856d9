package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.grappe.config.GrappeConfig;
import org.grappe.config.Today;
import org.grappe.icalendar.CalendarComponent;
import org.grappe.icalendar.CalendarEvent;
import org.grappe.icalendar.NotACalendar;
import org.grappe.icalendar.ReadCalendar;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Reads calendars that are sent, none of which may have more than one of many years has. */
@ApplicationScoped
class CalendarReading {
  private static final int MOST = 10_000;

  private final GrappeConfig config;
  private final Today today;

  CalendarReading(GrappeConfig config, Today today) {
    this.config = config;
    this.today = today;
  }

  /**
   * The calendar in a file.
   *
   * @throws Problem {@code malformed-request} for what is no calendar, {@code payload-too-large}
   *     for too many components
   */
  ReadCalendar read(byte[] file) {
    ReadCalendar calendar;
    try {
      calendar = ReadCalendar.of(file, config.zone());
    } catch (NotACalendar none) {
      throw Problems.malformed("calendar.none", String.valueOf(none.line()));
    }
    if (calendar.components().size() > MOST) {
      throw Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "calendar.too-many", MOST);
    }
    return calendar;
  }

  /**
   * Its events.
   *
   * @throws Problem {@code import-refused} for too many days
   */
  List<CalendarEvent> events(ReadCalendar calendar) {
    List<CalendarEvent> events =
        calendar.components().stream()
            .map(CalendarComponent::event)
            .filter(Objects::nonNull)
            .toList();
    CalendarDays.requireFew(events, today.day());
    return events;
  }
}
