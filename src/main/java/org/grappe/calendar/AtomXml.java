package org.grappe.calendar;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements of Atom (RFC 4287). */
final class AtomXml {
  private final XMLStreamWriter xml;

  AtomXml(OutputStream out) throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
  }

  void beginFeed() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
  }

  void endFeed() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  void beginEntry() throws XMLStreamException {
    xml.writeStartElement("entry");
  }

  void endEntry() throws XMLStreamException {
    xml.writeEndElement();
  }

  void text(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    text("name", name);
    xml.writeEndElement();
  }

  void category(String term) throws XMLStreamException {
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", term);
  }

  void link(String rel, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    if (type != null) {
      xml.writeAttribute("type", type);
    }
    xml.writeAttribute("href", legal(address));
  }

  /** XML 1.0 has no way to write most control characters; they are dropped. */
  private static String legal(String text) {
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
}
