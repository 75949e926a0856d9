package org.grappe.shared.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.ProblemType;
import org.grappe.shared.problem.Problems;

/**
 * A file that a request brings, too large to be held: it waits on disk, where it has no name, so
 * that nothing is left of it however this process ends.
 */
@Schema(name = "CsvFile", type = SchemaType.STRING, description = "A CSV file with a header.")
public final class SpooledFile implements AutoCloseable {
  /** The largest file: a million lines of all columns, and some. */
  private static final long MOST_BYTES = 256L << 20;

  private final FileChannel channel;
  private final MessageDigest digest;
  private boolean isOutliving;

  private SpooledFile(FileChannel channel, MessageDigest digest) {
    this.channel = channel;
    this.digest = digest;
  }

  /**
   * Takes up the bytes.
   *
   * @throws Problem {@code payload-too-large} over 256 MiB
   */
  public static SpooledFile of(InputStream bytes) throws IOException {
    Path path = Files.createTempFile("grappe-", ".csv");
    SpooledFile file =
        new SpooledFile(
            FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE),
            sha256());
    try {
      file.fill(new DigestInputStream(bytes, file.digest));
      return file;
    } catch (IOException | Problem unread) {
      file.close();
      throw unread;
    }
  }

  private void fill(InputStream bytes) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    byte[] buffer = new byte[1 << 16];
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      out.write(buffer, 0, count);
      if (channel.size() > MOST_BYTES) {
        throw Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", MOST_BYTES);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  public long size() throws IOException {
    return channel.size();
  }

  /** The SHA-256 of the bytes; to be asked once. */
  public byte[] hash() {
    return digest.digest();
  }

  /** The bytes from the first one on. */
  public InputStream bytes() throws IOException {
    channel.position(0);
    return Channels.newInputStream(channel);
  }

  /** Lets it be read after its request is answered; whoever reads it then closes it. */
  public void outlive() {
    isOutliving = true;
  }

  /** Its request is over, however often it was read in it. */
  public void endRequest() throws IOException {
    if (!isOutliving) {
      close();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
