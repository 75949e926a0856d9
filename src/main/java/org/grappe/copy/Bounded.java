package org.grappe.copy;

import java.io.ByteArrayOutputStream;

/** What fits into the memory that one answer may take. */
final class Bounded extends ByteArrayOutputStream {
  private static final int MOST = 8 << 20;

  /** It does not fit. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super(null, null, false, false);
    }
  }

  @Override
  public synchronized void write(int octet) {
    require(1);
    super.write(octet);
  }

  @Override
  public synchronized void write(byte[] octets, int from, int length) {
    require(length);
    super.write(octets, from, length);
  }

  private void require(int more) {
    if (count + more > MOST) {
      throw new Full();
    }
  }
}
