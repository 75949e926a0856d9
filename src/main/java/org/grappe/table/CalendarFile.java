package org.grappe.table;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar that a request brings, not read yet; nobody copies or changes it. */
@Schema(name = "CalendarFile", type = SchemaType.STRING, description = "A calendar of RFC 5545.")
public final class CalendarFile {
  public static final int MOST_BYTES = 10 << 20;

  private final byte[] bytes;

  public CalendarFile(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }
}
