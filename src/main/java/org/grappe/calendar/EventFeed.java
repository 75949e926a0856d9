package org.grappe.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.grappe.event.EventListing;
import org.grappe.event.HostView;
import org.grappe.format.Rendered;
import org.grappe.http.PublicAddress;
import org.grappe.problem.Problems;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.value.Digest;

/** What events are new, as an Atom feed (RFC 4287). */
@ApplicationScoped
class EventFeed {
  static final String TYPE = "application/atom+xml";
  static final Listing<EventNews> LISTING = EventListing.of(EventNews.class).sortedBy("-createdAt");

  private final ListReader reader;
  private final PublicAddress address;
  private final UriInfo uri;

  EventFeed(ListReader reader, PublicAddress address, UriInfo uri) {
    this.reader = reader;
    this.address = address;
    this.uri = uri;
  }

  Rendered feed() {
    for (String paging : List.of("cursor", "count")) {
      if (uri.getQueryParameters().containsKey(paging)) {
        throw Problems.parameter(paging, "parameter.unknown", paging);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(reader.page(LISTING).getItems(), out);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    byte[] bytes = out.toByteArray();
    return new Rendered(bytes, "\"" + Digest.shortHash(bytes) + "\"", TYPE + ";charset=utf-8");
  }

  private void write(List<EventNews> events, ByteArrayOutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
    text(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(utf8(address.requested())));
    text(xml, "title", "Grappe");
    link(xml, "self", TYPE, address.requested());
    text(xml, "updated", updated(events).toString());
    xml.writeStartElement("author");
    text(xml, "name", "Grappe");
    xml.writeEndElement();
    for (EventNews event : events) {
      entry(xml, event);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private void entry(XMLStreamWriter xml, EventNews event) throws XMLStreamException {
    xml.writeStartElement("entry");
    text(xml, "id", "urn:uuid:" + event.id());
    text(xml, "title", event.name());
    text(xml, "published", event.createdAt().toString());
    text(xml, "updated", event.updatedAt().toString());
    String record = address.base() + "/api/v1/events/" + event.id();
    link(xml, "alternate", null, event.url() == null ? record : event.url());
    link(xml, "related", "text/calendar", record + ".ics");
    if (event.host() != null) {
      xml.writeStartElement("author");
      text(xml, "name", host(event.host()));
      xml.writeEndElement();
    }
    if (event.kind() != null) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", event.kind().name());
    }
    text(xml, "summary", summary(event));
    if (event.description() != null) {
      text(xml, "content", event.description());
    }
    xml.writeEndElement();
  }

  private static Instant updated(List<EventNews> events) {
    return events.stream().map(EventNews::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
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

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String type, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    if (type != null) {
      xml.writeAttribute("type", type);
    }
    xml.writeAttribute("href", legal(address));
  }

  /** XML 1.0 has no way to write most control characters; they are dropped. */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
