package org.grappe.icalendar;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * Writes content lines (RFC 5545, section 3.1): 75 octets at most without the break, folded between
 * characters and never within one, ended by CRLF.
 */
final class ContentLines {
  private static final int LONGEST = 75;
  private static final byte[] BREAK = {'\r', '\n'};
  private static final byte[] FOLD = {'\r', '\n', ' '};
  private final OutputStream out;

  ContentLines(OutputStream out) {
    this.out = out;
  }

  /** Writes a property, perhaps with parameters behind its name, whose value is no text. */
  void write(String property, String value) throws IOException {
    write(property + ":" + value);
  }

  /** Writes a property whose value is a text of a user. */
  void text(String property, String text) throws IOException {
    write(property, CalendarText.escaped(CalendarText.of(text)));
  }

  /** Writes an address that is one; another is left out. */
  void address(String property, String text) throws IOException {
    if (text != null && isAddress(CalendarText.address(text))) {
      write(property, CalendarText.address(text));
    }
  }

  private static boolean isAddress(String text) {
    try {
      return !new URI(text).toString().isEmpty();
    } catch (URISyntaxException none) {
      return false;
    }
  }

  /** Writes one line, or many that are each ended by CRLF. */
  void write(String lines) throws IOException {
    for (String line : lines.split("\r\n")) {
      fold(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void fold(byte[] line) throws IOException {
    int from = 0;
    int room = LONGEST;
    while (line.length - from > room) {
      int to = from + room;
      while (isWithinCharacter(line[to])) {
        to--;
      }
      out.write(line, from, to - from);
      out.write(FOLD);
      from = to;
      room = LONGEST - 1;
    }
    out.write(line, from, line.length - from);
    out.write(BREAK);
  }

  private static boolean isWithinCharacter(byte octet) {
    return (octet & 0xC0) == 0x80;
  }
}
