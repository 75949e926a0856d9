package org.grappe.imports;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.Problem;
import org.grappe.value.Digest;

/** A file that a request brings, too large to be held: it waits on disk. */
@Schema(name = "CsvFile", type = SchemaType.STRING, description = "A CSV file with a header.")
public final class ImportFile implements AutoCloseable {
  /** The largest file: a million lines of all columns, and some. */
  static final long MOST_BYTES = 256L << 20;

  /** A file that is longer goes on after the answer. */
  static final long LONGEST_AT_ONCE = 1 << 20;

  private final UploadKind kind;
  private final SpoolFile spool;
  private final String caller;
  private final ImportQueue seats;
  private final MessageDigest digest = Digest.sha256();
  private boolean isLong;
  private boolean isKept;
  private boolean isClosed;

  /**
   * An empty file.
   *
   * @param caller who sends it, of whose room on the disk it takes
   * @param seats where it takes one once it is a long one
   */
  ImportFile(UploadKind kind, SpoolSpace space, String caller, ImportQueue seats) {
    this.kind = kind;
    this.spool = space.open(caller);
    this.caller = caller;
    this.seats = seats;
  }

  /**
   * Adds bytes.
   *
   * @throws Problem {@code payload-too-large}, {@code too-many-requests}, {@code unavailable}
   *     without room
   */
  synchronized void write(byte[] bytes) {
    if (isClosed) {
      return;
    }
    long size = spool.size() + bytes.length;
    kind.requireSize(size);
    if (size > kind.mostAtOnce()) {
      becomeLong();
    }
    spool.requireRoom(size);
    digest.update(bytes);
    spool.write(bytes);
  }

  /**
   * Takes room on the disk for so many bytes in all.
   *
   * @throws Problem {@code too-many-requests}, {@code unavailable} without room
   */
  synchronized void requireRoom(long bytes) {
    spool.requireRoom(bytes);
  }

  /**
   * It goes on after the answer.
   *
   * @throws Problem where there is no place for one more
   */
  synchronized void becomeLong() {
    if (!isLong) {
      seats.sit(caller);
      isLong = true;
    }
  }

  /** The SHA-256 of the bytes; to be asked once. */
  byte[] hash() {
    return digest.digest();
  }

  long size() {
    return spool.size();
  }

  boolean isLong() {
    return isLong;
  }

  /** The bytes from the first one on; whoever has read them may be made to read them again. */
  InputStream bytes() throws IOException {
    return spool.bytes();
  }

  /** It is needed longer than its request. */
  synchronized void keep() {
    isKept = true;
  }

  /** The end of its request. */
  synchronized void release() {
    if (!isKept) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      spool.close();
    } finally {
      if (isLong) {
        seats.leave(caller);
      }
    }
  }
}
