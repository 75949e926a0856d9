package org.grappe.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a file, each ended by CRLF, LF or CR. They are to be decoded one by one ({@link
 * DecodedText}); where the file is UTF-16, which is found out here, all are UTF-8. One line is held
 * at a time.
 */
public final class OctetLines {
  private final InputStream bytes;
  private final int longest;
  private final boolean isUtf16;
  private final byte[] block = new byte[1 << 13];
  private int filled;
  private int given;
  private byte[] line = new byte[256];
  private int length;
  private int ahead;

  /**
   * Begins a file.
   *
   * @param longest how many octets of one line are kept
   */
  public OctetLines(InputStream file, int longest) throws IOException {
    this.longest = longest;
    InputStream buffered = file.markSupported() ? file : new BufferedInputStream(file, 1 << 16);
    buffered.mark(4);
    Optional<Charset> wide = Utf16.of(buffered.readNBytes(4));
    buffered.reset();
    isUtf16 = wide.isPresent();
    bytes = isUtf16 ? new Utf16(buffered, wide.get()) : buffered;
    ahead = read();
  }

  /** Whether the file is UTF-16. */
  public boolean isUtf16() {
    return isUtf16;
  }

  /** The octet with which the next line begins; negative at the end of the file. */
  public int ahead() {
    return ahead;
  }

  /** The next line; null at the end of the file. */
  public OctetLine next() throws IOException {
    if (ahead < 0) {
      return null;
    }
    length = 0;
    boolean isWhole = true;
    while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
      isWhole = take((byte) ahead);
      ahead = read();
    }
    return new OctetLine(Arrays.copyOf(line, length), end(), isWhole);
  }

  /** The next octet of a block: a stream that is asked for each by itself takes a lock for it. */
  private int read() throws IOException {
    if (given == filled) {
      filled = bytes.read(block);
      given = 0;
    }
    return filled < 0 ? -1 : block[given++] & 0xff;
  }

  /** Keeps one more octet; false where the line has too many. */
  private boolean take(byte octet) {
    if (length == longest) {
      return false;
    }
    line = length < line.length ? line : Arrays.copyOf(line, 2 * length);
    line[length++] = octet;
    return true;
  }

  private String end() throws IOException {
    if (ahead < 0) {
      return "";
    }
    int first = ahead;
    ahead = read();
    if (first == '\r' && ahead == '\n') {
      ahead = read();
      return "\r\n";
    }
    return first == '\r' ? "\r" : "\n";
  }
}
