package org.grappe.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.grappe.value.Digest;

/** A file that is being written. */
final class CopyFile extends OutputStream {
  private final MessageDigest digest = Digest.sha256();
  private final FileChannel channel;
  private final Space space;
  private final SpaceOutput compressed;
  private final FastGzip gzip;
  private long plain;
  private boolean isFinished;

  CopyFile(FileChannel channel, Space space) throws IOException {
    this.channel = channel;
    this.space = space;
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
      gzip.abandon();
      channel.close();
      space.give(compressed.taken());
    }
  }
}
