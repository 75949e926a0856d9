package org.grappe.cli;

import org.grappe.cli.remote.Target;

/**
 * What is to be loaded.
 *
 * @param isCounted whether its last line says how many there are before it
 */
record Copy(Target target, String mediaType, boolean isCounted) {
  static Copy ofAll(Target target) {
    return new Copy(target, ExportFormat.NDJSON.mediaType(), true);
  }

  static Copy ofList(Target target, ExportFormat format) {
    return new Copy(target, format.mediaType(), false);
  }
}
