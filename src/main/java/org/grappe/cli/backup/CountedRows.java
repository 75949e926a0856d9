package org.grappe.cli.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.grappe.value.Digest;

/** Rows on their way, counted in bytes and hashed. Closing it leaves what they go to open. */
final class CountedRows extends FilterOutputStream {
  private final MessageDigest digest = Digest.sha256();
  private long bytes;

  CountedRows(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] part, int from, int length) throws IOException {
    out.write(part, from, length);
    digest.update(part, from, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  long bytes() {
    return bytes;
  }

  /** Once all have come. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
