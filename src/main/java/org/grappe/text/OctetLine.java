package org.grappe.text;

/** A line of a file before it is decoded. */
public final class OctetLine {
  private final byte[] octets;
  private final String end;
  private final boolean isWhole;

  OctetLine(byte[] octets, String end, boolean isWhole) {
    this.octets = octets;
    this.end = end;
    this.isWhole = isWhole;
  }

  /** Without its end; not to be written to. */
  public byte[] octets() {
    return octets;
  }

  /** CRLF, LF or CR; empty for the last line of a file. */
  public String end() {
    return end;
  }

  /** False where it is longer than it may be, and was cut. */
  public boolean isWhole() {
    return isWhole;
  }
}
