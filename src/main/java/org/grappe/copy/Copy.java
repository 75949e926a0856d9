package org.grappe.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A compressed file, and those who read it. It is gone when it is dropped and nobody reads. */
final class Copy {
  private static final int BUFFER = 1 << 13;
  private final String type;
  private final String etag;
  private final Optional<String> mark;
  private final FileChannel file;
  private final long compressed;
  private final long plain;
  private final Space space;
  private int readers;
  private boolean dropped;
  private long lastRead = System.nanoTime();

  Copy(Making making, CopyFile made, Space space) {
    this.type = making.contents().type();
    this.mark = making.mark();
    this.etag = made.etag();
    this.compressed = made.size();
    this.plain = made.plain();
    this.file = made.kept();
    this.space = space;
  }

  /** A reader's hold on it; none once it is dropped. */
  synchronized Optional<Answer> hold() {
    if (dropped) {
      return Optional.empty();
    }
    readers++;
    return Optional.of(new Hold());
  }

  boolean isClosed() {
    return !file.isOpen();
  }

  /** Which moment it shows; unknown on a standby. */
  Optional<String> mark() {
    return mark;
  }

  synchronized boolean isRead() {
    return readers > 0;
  }

  synchronized long unreadFor() {
    return readers > 0 ? 0 : System.nanoTime() - lastRead;
  }

  /** Nobody gets it any more; who reads it may read on. */
  synchronized void drop() {
    if (!dropped) {
      dropped = true;
      closeIfUnread();
    }
  }

  /** Nobody reads it any more: downloads under way break off. */
  synchronized void withdraw() {
    dropped = true;
    if (file.isOpen()) {
      close();
    }
  }

  private synchronized void release() {
    readers--;
    lastRead = System.nanoTime();
    if (dropped) {
      closeIfUnread();
    }
  }

  private void closeIfUnread() {
    if (readers == 0 && file.isOpen()) {
      close();
    }
  }

  private void close() {
    try {
      file.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    } finally {
      space.give(compressed);
    }
  }

  private final class Hold implements Answer {
    private boolean released;

    @Override
    public String type() {
      return type;
    }

    @Override
    public String etag() {
      return etag;
    }

    @Override
    public long length(boolean packed) {
      return packed ? compressed : plain;
    }

    @Override
    public InputStream open(boolean packed) throws IOException {
      InputStream bytes = new Bytes();
      return packed ? bytes : new GZIPInputStream(bytes, BUFFER);
    }

    @Override
    public synchronized void close() {
      if (!released) {
        released = true;
        release();
      }
    }
  }

  /** The file from its start; many read it side by side. */
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
