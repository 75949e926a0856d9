package org.grappe.copy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Asks before each write whether it is still worth while. */
final class Stoppable extends FilterOutputStream {
  private final Runnable check;

  Stoppable(OutputStream out, Runnable check) {
    super(out);
    this.check = check;
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    check.run();
    out.write(octets, from, length);
  }
}
