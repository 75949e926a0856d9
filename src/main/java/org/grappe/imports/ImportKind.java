package org.grappe.imports;

import java.io.InputStream;
import org.grappe.problem.Problem;
import org.grappe.table.ImportReport;

/** What a feature makes of files; each of these beans is a kind of import. */
public interface ImportKind extends UploadKind {
  /** What an import of this kind is called. */
  String name();

  /**
   * Takes up a file, all of it in the transaction that it finds.
   *
   * @throws Refused where a line is left out and neither switch is on
   * @throws Problem {@code forbidden}, {@code malformed-request}
   */
  ImportReport take(InputStream file, ImportOrder order, Progress progress);
}
