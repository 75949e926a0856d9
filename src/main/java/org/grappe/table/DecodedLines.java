package org.grappe.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.grappe.text.DecodedText;
import org.grappe.text.OctetLine;
import org.grappe.text.OctetLines;

/** The lines of a table, numbered, without what no text holds. */
final class DecodedLines {
  /** No line of such a file is longer. */
  static final int LONGEST = 1 << 20;

  private final OctetLines lines;
  private long number;

  DecodedLines(InputStream file) throws IOException {
    lines = new OctetLines(file, LONGEST);
  }

  /** Whether the file is UTF-16. */
  boolean isUtf16() {
    return lines.isUtf16();
  }

  /** The next line; null at the end. */
  PhysicalLine next() throws IOException {
    OctetLine line = lines.next();
    if (line == null) {
      return null;
    }
    number++;
    byte[] octets = withoutNul(line.octets());
    DecodedText read = DecodedText.of(octets);
    return new PhysicalLine(
        number,
        number == 1 ? read.unmarked() : read.text(),
        line.end(),
        read.isUtf8(),
        line.isWhole() && octets.length == line.octets().length);
  }

  private static byte[] withoutNul(byte[] octets) {
    byte[] kept = new byte[octets.length];
    int count = 0;
    for (byte octet : octets) {
      if (octet != 0) {
        kept[count++] = octet;
      }
    }
    return count == octets.length ? octets : Arrays.copyOf(kept, count);
  }
}
