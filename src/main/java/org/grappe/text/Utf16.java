package org.grappe.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The octets of a file in UTF-16 as UTF-8. */
final class Utf16 extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[4096];
  private byte[] ready = {};
  private int given;

  Utf16(InputStream bytes, Charset charset) {
    reader = new InputStreamReader(bytes, charset);
  }

  /**
   * The UTF-16 that a file is, with its mark or with two characters of ASCII; empty for any other.
   *
   * @param start its first four octets, or fewer
   */
  static Optional<Charset> of(byte[] start) {
    if (start.length < 2) {
      return Optional.empty();
    }
    int first = start[0] & 0xff;
    int second = start[1] & 0xff;
    if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    if (start.length < 4 || first + second == 0) {
      return Optional.empty();
    }
    if (second == 0 && start[2] != 0 && start[3] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return first == 0 && start[2] == 0 && start[3] != 0
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  @Override
  public int read() throws IOException {
    return given < ready.length || fill() ? ready[given++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (given == ready.length && !fill()) {
      return -1;
    }
    int count = Math.min(most, ready.length - given);
    System.arraycopy(ready, given, into, at, count);
    given += count;
    return count;
  }

  private boolean fill() throws IOException {
    int count = reader.read(chars, 0, chars.length - 1);
    if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
      int low = reader.read();
      chars[count] = (char) low;
      count += low < 0 ? 0 : 1;
    }
    ready = count < 0 ? new byte[0] : new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
    given = 0;
    return ready.length > 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
