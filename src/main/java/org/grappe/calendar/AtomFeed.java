package org.grappe.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.grappe.event.HostView;

/**
 * New events as an Atom feed (RFC 4287).
 *
 * @param base the address of this service
 * @param asked the address of the feed
 */
record AtomFeed(List<EventNews> events, String base, String asked) {
  static final String TYPE = "application/atom+xml";

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(new AtomXml(out));
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }

  private void write(AtomXml xml) throws XMLStreamException {
    xml.beginFeed();
    byte[] address = asked.getBytes(StandardCharsets.UTF_8);
    xml.text("id", "urn:uuid:" + UUID.nameUUIDFromBytes(address));
    xml.text("title", "Grappe");
    xml.link("self", TYPE, asked);
    xml.text("updated", updated().toString());
    xml.author("Grappe");
    for (EventNews event : events) {
      entry(xml, event);
    }
    xml.endFeed();
  }

  private Instant updated() {
    return events.stream().map(EventNews::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private void entry(AtomXml xml, EventNews event) throws XMLStreamException {
    xml.beginEntry();
    xml.text("id", "urn:uuid:" + event.id());
    xml.text("title", event.name());
    xml.text("published", event.createdAt().toString());
    xml.text("updated", event.updatedAt().toString());
    String record = base + "/api/v1/events/" + event.id();
    xml.link("alternate", null, event.url() == null ? record : event.url());
    xml.link("related", "text/calendar", record + ".ics");
    if (event.host() != null) {
      xml.author(host(event.host()));
    }
    if (event.kind() != null) {
      xml.category(event.kind().name());
    }
    xml.text("summary", summary(event));
    if (event.description() != null) {
      xml.text("content", event.description());
    }
    xml.endEntry();
  }

  private static String host(HostView host) {
    return host.cluster() == null ? host.organisation().name() : host.cluster().name();
  }

  /** When and where it is. */
  private static String summary(EventNews event) {
    String days =
        Stream.of(event.startsOn(), event.endsOn())
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .distinct()
            .collect(Collectors.joining(" – "));
    return Stream.of(days, event.venue(), event.city())
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
