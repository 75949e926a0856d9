package org.grappe.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.grappe.table.ImportReport;
import org.grappe.value.Documents;

/** What became of a file, as the database keeps it. */
final class StoredReport {
  private StoredReport() {}

  static String of(ImportReport report) {
    try {
      return Documents.MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  static ImportReport read(String text) {
    try {
      return Documents.MAPPER.readValue(text, ImportReport.class);
    } catch (JsonProcessingException unread) {
      throw new IllegalStateException("a stored report cannot be read", unread);
    }
  }
}
