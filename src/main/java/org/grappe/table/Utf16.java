package org.grappe.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a file in UTF-16 as UTF-8. */
final class Utf16 extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[4096];
  private byte[] ready = {};
  private int given;

  Utf16(InputStream bytes, Charset charset) {
    reader = new InputStreamReader(bytes, charset);
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
