package org.grappe.scdl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.Problems;

/**
 * The text of a file of which each line is UTF-8 or, where it cannot be that, Windows-1252. It
 * remembers the lines that were read until they are taken, so that a record can be told as it came.
 */
final class DecodedLines extends Reader {
  /** No line of such a file is longer; a file without line ends is none. */
  private static final int LONGEST = 1 << 20;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final InputStream bytes;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final Deque<Line> read = new ArrayDeque<>();
  private byte[] line = new byte[1024];
  private String text = "";
  private int given;
  private long number;
  private boolean ended;

  /**
   * A line of the file.
   *
   * @param number from 1
   * @param text with its line end
   * @param isUtf8 false where it is Windows-1252
   */
  record Line(long number, String text, boolean isUtf8) {}

  DecodedLines(InputStream bytes) {
    this.bytes = new BufferedInputStream(bytes, 1 << 16);
  }

  @Override
  public int read(char[] into, int at, int most) throws IOException {
    if (given == text.length() && !next()) {
      return -1;
    }
    int count = Math.min(most, text.length() - given);
    text.getChars(given, given + count, into, at);
    given += count;
    return count;
  }

  /** The first line, which stays to be read; empty where there is none. */
  String peek() throws IOException {
    return given < text.length() || next() ? text.substring(given) : "";
  }

  /** The next line that was read and not taken yet, if it comes before this one. */
  Line takeBefore(long limit) {
    return !read.isEmpty() && read.peek().number < limit ? read.poll() : null;
  }

  /**
   * Reads one more line.
   *
   * @throws Problem {@code malformed-request} where it cannot be text
   */
  private boolean next() throws IOException {
    int length = 0;
    for (int b = 0; b != '\n' && !ended; ) {
      b = bytes.read();
      if (b < 0) {
        ended = true;
      } else if (b == 0) {
        throw Problems.malformed("body.nul");
      } else if (length == LONGEST) {
        throw Problems.malformed("table.broken");
      } else {
        line = length < line.length ? line : Arrays.copyOf(line, 2 * length);
        line[length++] = (byte) b;
      }
    }
    if (length == 0) {
      return false;
    }
    decode(length);
    return true;
  }

  private void decode(int length) {
    number++;
    given = 0;
    boolean isUtf8 = true;
    try {
      text = utf8.decode(ByteBuffer.wrap(line, 0, length)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(line, 0, length, WINDOWS);
      isUtf8 = false;
    }
    if (number == 1 && text.startsWith("\uFEFF")) {
      given = 1;
    }
    read.add(new Line(number, text.substring(given), isUtf8));
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
