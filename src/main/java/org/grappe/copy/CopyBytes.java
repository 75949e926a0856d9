package org.grappe.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.GZIPInputStream;

/**
 * A compressed file that is whole.
 *
 * @param space that it takes as long as it is open
 * @param compressed how long it is
 * @param plain how long it was before it was compressed
 */
record CopyBytes(FileChannel file, Space space, String etag, long compressed, long plain) {
  private static final int BUFFER = 1 << 13;

  long length(boolean packed) {
    return packed ? compressed : plain;
  }

  /** From its start; many read it side by side. */
  InputStream open(boolean packed) throws IOException {
    InputStream bytes = new Bytes();
    return packed ? bytes : new GZIPInputStream(bytes, BUFFER);
  }

  boolean isOpen() {
    return file.isOpen();
  }

  void close() {
    try {
      file.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    } finally {
      space.give(compressed);
    }
  }

  private final class Bytes extends InputStream {
    private long at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(into, from, length), at);
      at += Math.max(read, 0);
      return read;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, compressed - at);
    }
  }
}
