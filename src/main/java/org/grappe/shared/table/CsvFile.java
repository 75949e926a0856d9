package org.grappe.shared.table;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that a request brings, not read yet; it may be large, so nobody copies or changes it. */
@Schema(name = "CsvFile", type = SchemaType.STRING, description = "A CSV file with a header.")
public final class CsvFile {
  private final byte[] bytes;

  public CsvFile(byte[] bytes) {
    this.bytes = bytes;
  }

  public byte[] bytes() {
    return bytes;
  }
}
