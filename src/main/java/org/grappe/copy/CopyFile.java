package org.grappe.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
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
  private final OutputStream gzip;
  private long plain;
  private long size;
  private boolean kept;

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
    gzip = new FastGzip(new Counted(Channels.newOutputStream(channel)));
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

  /** It is whole. */
  void finish() throws IOException {
    gzip.close();
  }

  /** The file, which from now on somebody else closes. */
  FileChannel kept() {
    kept = true;
    return channel;
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      channel.close();
      space.give(size);
    }
  }

  long size() {
    return size;
  }

  long plain() {
    return plain;
  }

  String etag() {
    return "\"" + Digest.shorten(digest.digest()) + "\"";
  }

  /** Each block needs room before it is written. */
  private final class Counted extends OutputStream {
    private final OutputStream out;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      space.take(length);
      size += length;
      out.write(octets, from, length);
    }
  }

  /** Quicker than small; the file is left open. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED + 2);
    }

    @Override
    public void close() throws IOException {
      finish();
      def.end();
    }
  }
}
