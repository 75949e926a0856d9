package org.grappe.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file, of which each is UTF-8 or, where it cannot be that, Windows-1252; or all of
 * them UTF-16. A line ends with CRLF, LF or CR. One line is held at a time.
 */
final class DecodedLines {
  /** No line of such a file is longer. */
  private static final int LONGEST = 1 << 20;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final InputStream bytes;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final boolean isUtf16;
  private byte[] line = new byte[1024];
  private int length;
  private int ahead;
  private boolean isWhole;
  private long number;

  DecodedLines(InputStream file) throws IOException {
    InputStream buffered = new BufferedInputStream(file, 1 << 16);
    buffered.mark(4);
    byte[] mark = buffered.readNBytes(4);
    buffered.reset();
    Charset wide = wide(mark);
    isUtf16 = wide != null;
    bytes = isUtf16 ? new BufferedInputStream(new Utf16(buffered, wide)) : buffered;
    ahead = bytes.read();
  }

  /** The UTF-16 that a file begins as, with its mark or with two characters of ASCII. */
  private static Charset wide(byte[] start) {
    if (start.length < 2) {
      return null;
    }
    int first = start[0] & 0xff;
    int second = start[1] & 0xff;
    boolean marked = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
    if (marked) {
      return StandardCharsets.UTF_16;
    }
    if (start.length < 4 || first + second == 0) {
      return null;
    }
    if (second == 0 && start[2] != 0 && start[3] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return first == 0 && start[2] == 0 && start[3] != 0 ? StandardCharsets.UTF_16BE : null;
  }

  /** Whether the file is UTF-16. */
  boolean isUtf16() {
    return isUtf16;
  }

  /** The next line; null at the end. */
  PhysicalLine next() throws IOException {
    if (ahead < 0) {
      return null;
    }
    length = 0;
    isWhole = true;
    while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
      take((byte) ahead);
      ahead = bytes.read();
    }
    String end = end();
    number++;
    return decoded(end);
  }

  private void take(byte b) {
    isWhole &= b != 0;
    if (length == LONGEST || b == 0) {
      isWhole = false;
      return;
    }
    line = length < line.length ? line : Arrays.copyOf(line, 2 * length);
    line[length++] = b;
  }

  private String end() throws IOException {
    if (ahead < 0) {
      return "";
    }
    int first = ahead;
    ahead = bytes.read();
    if (first == '\r' && ahead == '\n') {
      ahead = bytes.read();
      return "\r\n";
    }
    return first == '\r' ? "\r" : "\n";
  }

  private PhysicalLine decoded(String end) {
    String text;
    boolean isUtf8 = true;
    try {
      text = utf8.decode(ByteBuffer.wrap(line, 0, length)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(line, 0, length, WINDOWS);
      isUtf8 = false;
    }
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return new PhysicalLine(number, text, end, isUtf8, isWhole);
  }
}
