package org.grappe.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** A file that a request brings, too large to be held: it waits on disk, where it has no name. */
@Schema(name = "CsvFile", type = SchemaType.STRING, description = "A CSV file with a header.")
public final class ImportFile implements AutoCloseable {
  /** The largest file: a million lines of all columns, and some. */
  static final long MOST_BYTES = 256L << 20;

  /** A file that is longer goes on after the answer. */
  static final long LONGEST_AT_ONCE = 1 << 20;

  private final FileChannel channel;
  private final SpoolSpace space;
  private final UploadKind kind;
  private final MessageDigest digest = sha256();
  private final Runnable onLong;
  private final String caller;
  private long size;
  private long room;
  private boolean isLong;
  private boolean isKept;
  private boolean isClosed;
  private Runnable onClose = () -> {};

  /**
   * An empty file.
   *
   * @param caller who sends it, of whose room on the disk it takes
   * @param onLong what is to be done once it is a long one; it may refuse it
   */
  ImportFile(UploadKind kind, SpoolSpace space, String caller, Runnable onLong) {
    this.kind = kind;
    this.caller = caller;
    this.channel = space.open();
    this.space = space;
    this.onLong = onLong;
  }

  /**
   * Adds bytes.
   *
   * @throws Problem {@code payload-too-large}, {@code unavailable} without room
   */
  synchronized void write(byte[] bytes) {
    if (isClosed) {
      return;
    }
    requireSize(kind, size + bytes.length);
    if (size + bytes.length > kind.mostAtOnce()) {
      becomeLong();
    }
    requireRoom(size + bytes.length);
    size += bytes.length;
    digest.update(bytes);
    try {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        channel.write(rest);
      }
    } catch (IOException full) {
      throw SpoolSpace.full();
    }
  }

  /**
   * Takes room on the disk for so many bytes in all: what is told to come is sure to fit once it is
   * begun.
   *
   * @throws Problem {@code too-many-requests}, {@code unavailable} without room
   */
  synchronized void requireRoom(long bytes) {
    if (bytes > room) {
      space.take(caller, bytes - room);
      room = bytes;
    }
  }

  /**
   * It goes on after the answer.
   *
   * @throws Problem where there is no place for one more
   */
  synchronized void becomeLong() {
    if (!isLong) {
      onLong.run();
      isLong = true;
    }
  }

  /**
   * Makes sure that a file of so many bytes may be.
   *
   * @throws Problem {@code payload-too-large}
   */
  static void requireSize(UploadKind kind, long bytes) {
    if (bytes > kind.mostBytes()) {
      throw Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", kind.mostBytes());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** The SHA-256 of the bytes; to be asked once. */
  byte[] hash() {
    return digest.digest();
  }

  long size() {
    return size;
  }

  boolean isLong() {
    return isLong;
  }

  /** The bytes from the first one on; whoever has read them may be made to read them again. */
  InputStream bytes() throws IOException {
    channel.position(0);
    return new FilterInputStream(Channels.newInputStream(channel)) {
      @Override
      public void close() {
        // the file is closed by who keeps it
      }
    };
  }

  /** What else is to be given back with it. */
  void onClose(Runnable act) {
    onClose = act;
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
      channel.close();
    } catch (IOException gone) {
      // it has no name: nothing is left of it
    } finally {
      space.giveBack(caller, room);
      onClose.run();
    }
  }
}
