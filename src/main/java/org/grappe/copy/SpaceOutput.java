package org.grappe.copy;

import java.io.IOException;
import java.io.OutputStream;

/** Takes space for each block before it is written. */
final class SpaceOutput extends OutputStream {
  private final OutputStream out;
  private final Space space;
  private long taken;

  SpaceOutput(OutputStream out, Space space) {
    this.out = out;
    this.space = space;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    space.take(length);
    taken += length;
    out.write(octets, from, length);
  }

  /** How much it has taken. */
  long taken() {
    return taken;
  }
}
