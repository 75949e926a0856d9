package org.grappe.icalendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenComponentsTest {
  private final OpenComponents components = new OpenComponents();

  @Test
  void a_part_stands_in_what_is_open_and_in_nothing_before_a_calendar() {
    assertFalse(components.begin("VEVENT", 1));
    assertTrue(components.begin("VCALENDAR", 2));
    assertTrue(components.begin("VEVENT", 3));
    assertTrue(components.begin("VALARM", 4));
    assertEquals("VALARM", components.innermost().orElseThrow().name());
    assertTrue(components.end("VALARM"));
    assertTrue(components.end("VEVENT"));
    assertFalse(components.end("VEVENT"));
    assertTrue(components.end("VCALENDAR"));
    assertTrue(components.isNoneOpen());
    RawComponent event = components.calendars().get(0).parts().get(0);
    assertEquals("VALARM", event.parts().get(0).name());
    assertEquals(List.of(), event.notes().all());
  }

  @Test
  void an_end_that_is_missing_is_made_up_for_where_the_next_event_begins() {
    components.begin("VCALENDAR", 1);
    components.begin("VEVENT", 2);
    components.begin("VEVENT", 3);
    List<RawComponent> events = components.calendars().get(0).parts();
    assertEquals(2, events.size());
    assertEquals(List.of(CalendarNote.of("unended", "VEVENT", 2)), events.get(0).notes().all());
  }

  @Test
  void a_file_that_ends_within_a_calendar_was_cut_off() {
    components.begin("VCALENDAR", 1);
    assertFalse(components.finish());
    assertFalse(components.hasEnded());
    components.end("VCALENDAR");
    assertTrue(components.hasEnded());
    components.begin("VEVENT", 3);
    assertTrue(components.finish(), "what comes after the end of a calendar is of it");
  }

  @Test
  void what_lies_too_deep_is_passed_over_until_it_ends() {
    components.begin("VCALENDAR", 1);
    for (int i = 0; i < 20; i++) {
      components.begin("X-PART", i);
    }
    assertTrue(components.innermost().isEmpty());
    for (int i = 0; i < 20; i++) {
      assertTrue(components.end("X-PART"));
    }
    assertEquals("VCALENDAR", components.innermost().orElseThrow().name());
  }
}
