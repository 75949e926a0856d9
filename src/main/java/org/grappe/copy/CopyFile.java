package org.grappe.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.grappe.value.Digest;

/**
 * A file that is being written. Where the system allows it, its name is taken away at once: it ends
 * with the service, however that ends.
 */
final class CopyFile extends OutputStream {
  static final String PREFIX = "grappe";
  static final String SUFFIX = ".copy";
  private final MessageDigest digest = Digest.sha256();
  private final FileChannel channel;
  private final Space space;
  private final SpaceOutput compressed;
  private final OutputStream gzip;
  private long plain;
  private boolean isFinished;

  CopyFile(Path directory, Space space) throws IOException {
    this.space = space;
    Path path = Files.createTempFile(directory, PREFIX, SUFFIX);
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Files.deleteIfExists(path);
    compressed = new SpaceOutput(Channels.newOutputStream(channel), space);
    gzip = new FastGzip(compressed);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    digest.update(octets, from, length);
    plain += length;
    gzip.write(octets, from, length);
  }

  /** It is whole; from now on somebody else closes it. */
  CopyBytes finish() throws IOException {
    gzip.close();
    isFinished = true;
    String etag = "\"" + Digest.shorten(digest.digest()) + "\"";
    return new CopyBytes(channel, space, etag, compressed.taken(), plain);
  }

  @Override
  public void close() throws IOException {
    if (!isFinished) {
      channel.close();
      space.give(compressed.taken());
    }
  }
}
