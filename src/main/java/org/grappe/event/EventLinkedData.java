package org.grappe.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grappe.value.Ref;

/** An event as search engines want to read of it: schema.org's {@code BusinessEvent}. */
final class EventLinkedData {
  private static final String SCHEMA = "https://schema.org";

  private final EventView event;
  private final String base;
  private final Map<String, Object> data = new LinkedHashMap<>();

  EventLinkedData(EventView event, String base) {
    this.event = event;
    this.base = base + "/api/v1";
  }

  Map<String, Object> data() {
    put("@context", SCHEMA);
    put("@type", "BusinessEvent");
    put("@id", base + "/events/" + event.id());
    put("identifier", event.uid());
    put("name", event.name());
    put("description", event.description());
    put("url", event.url());
    EventMoments moments = new EventMoments(event);
    put("startDate", moments.start());
    put("endDate", moments.end());
    boolean cancelled = event.status() == EventStatus.CANCELLED;
    put("eventStatus", SCHEMA + (cancelled ? "/EventCancelled" : "/EventScheduled"));
    put("location", place());
    put("organizer", organizers());
    put("superEvent", event.series() == null ? null : node("EventSeries", event.series()));
    put("maximumAttendeeCapacity", event.capacity());
    return data;
  }

  private void put(String name, Object value) {
    if (value != null) {
      data.put(name, value);
    }
  }

  private Map<String, Object> place() {
    if (event.venue() == null && event.city() == null) {
      return null;
    }
    Map<String, Object> place = node("Place", event.venue() == null ? event.city() : event.venue());
    if (event.city() != null) {
      place.put("address", Map.of("@type", "PostalAddress", "addressLocality", event.city()));
    }
    return place;
  }

  /** Who hosts it, and those with whom it is shared. */
  private List<Object> organizers() {
    List<Object> organizers = new ArrayList<>();
    if (event.host() != null) {
      Ref organisation = event.host().organisation();
      organizers.add(
          organisation == null
              ? cluster(event.host().cluster())
              : organizer("/organisations/" + organisation.id(), organisation));
    }
    event.sharedWith().forEach(shared -> organizers.add(cluster(shared.cluster())));
    return organizers.isEmpty() ? null : organizers;
  }

  private Map<String, Object> cluster(Ref cluster) {
    return organizer("/clusters/" + cluster.slug(), cluster);
  }

  private Map<String, Object> organizer(String path, Ref named) {
    Map<String, Object> organizer = node("Organization", named.name());
    organizer.put("@id", base + path);
    return organizer;
  }

  private static Map<String, Object> node(String type, String name) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@type", type);
    node.put("name", name);
    return node;
  }
}
