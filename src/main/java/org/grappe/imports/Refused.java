package org.grappe.imports;

import org.grappe.table.ImportReport;

/** That a file has lines which cannot be taken. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ImportReport report;

  public Refused(ImportReport report) {
    super("import-refused", null, false, false);
    this.report = report;
  }

  ImportReport report() {
    return report;
  }
}
