package org.grappe.cli;

import java.util.Locale;

/** How an export is written. */
enum ExportFormat {
  CSV,
  NDJSON;

  /** What a list's path ends with. */
  String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return this == CSV ? "text/csv" : "application/x-ndjson";
  }
}
