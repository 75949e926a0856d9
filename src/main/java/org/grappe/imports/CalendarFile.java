package org.grappe.imports;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar that a request brings. */
@Schema(name = "CalendarFile", type = SchemaType.STRING, description = "A calendar of RFC 5545.")
public final class CalendarFile {
  public static final int MOST_BYTES = 10 << 20;

  private final ImportFile file;

  CalendarFile(ImportFile file) {
    this.file = file;
  }

  ImportFile file() {
    return file;
  }
}
