package org.grappe.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.grappe.event.EventKind;
import org.grappe.value.PartialDate;
import org.junit.jupiter.api.Test;

class AtomFeedTest {
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

  @Test
  void an_entry_says_when_and_where_and_links_to_its_record_and_its_calendar() {
    String feed = feed(List.of(event("Atelier", "Lyon")));
    assertTrue(feed.contains("<summary>2024-04 – 2024-05, Lyon</summary>"), feed);
    assertTrue(feed.contains("rel=\"alternate\" href=\"https://g.example/api/v1/events/" + ID));
    assertTrue(feed.contains("type=\"text/calendar\""), feed);
    assertTrue(feed.contains("<updated>2024-01-02T00:00:00Z</updated><author>"), feed);
    assertFalse(feed.contains("<content>"), feed);
  }

  @Test
  void an_empty_feed_was_never_updated() {
    assertTrue(feed(List.of()).contains("<updated>1970-01-01T00:00:00Z</updated>"));
  }

  @Test
  void what_xml_cannot_say_is_dropped_and_the_rest_escaped() {
    String feed = feed(List.of(event("a\u0001\uFFFF<b>&😀", null)));
    assertTrue(feed.contains("<title>a&lt;b&gt;&amp;😀</title>"), feed);
    assertEquals(1, feed.split("<summary>2024-04 – 2024-05</summary>", -1).length - 1);
  }

  private static String feed(List<EventNews> events) {
    AtomFeed feed = new AtomFeed(events, "https://g.example", "https://g.example/events.atom");
    return new String(feed.bytes(), StandardCharsets.UTF_8);
  }

  private static EventNews event(String name, String city) {
    return new EventNews(
        ID,
        name,
        EventKind.CONFERENCE,
        null,
        new PartialDate("2024-04"),
        new PartialDate("2024-05"),
        null,
        null,
        city,
        null,
        Instant.parse("2024-01-01T00:00:00Z"),
        Instant.parse("2024-01-02T00:00:00Z"),
        1);
  }
}
