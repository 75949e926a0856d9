package org.grappe.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.grappe.problem.Problem;

/** A file on the disk, where it has no name, and the room that it takes. */
final class SpoolFile {
  private final FileChannel channel;
  private final SpoolSpace space;
  private final String caller;
  private long size;
  private long room;

  SpoolFile(FileChannel channel, SpoolSpace space, String caller) {
    this.channel = channel;
    this.space = space;
    this.caller = caller;
  }

  /**
   * Takes room on the disk for so many bytes in all: what is told to come is sure to fit once it is
   * begun.
   *
   * @throws Problem {@code too-many-requests}, {@code unavailable} without room
   */
  void requireRoom(long bytes) {
    if (bytes > room) {
      space.take(caller, bytes - room);
      room = bytes;
    }
  }

  /**
   * Adds bytes.
   *
   * @throws Problem {@code too-many-requests}, {@code unavailable} without room
   */
  void write(byte[] bytes) {
    requireRoom(size + bytes.length);
    size += bytes.length;
    try {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        channel.write(rest);
      }
    } catch (IOException full) {
      throw SpoolDirectory.full();
    }
  }

  long size() {
    return size;
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

  /** Gives its room back. */
  void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // it has no name: nothing is left of it
    } finally {
      space.giveBack(caller, room);
    }
  }
}
