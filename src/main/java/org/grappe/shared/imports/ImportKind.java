package org.grappe.shared.imports;

import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.grappe.shared.caller.Caller;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.table.ImportReport;

/** What a feature makes of files; each of these beans is a kind of import. */
public interface ImportKind {
  /** What an import of this kind is called. */
  String name();

  /** The path to which its files are sent. */
  String path();

  /**
   * Says no to a caller before the file is taken. What only the file tells is asked later.
   *
   * @param parameters a parameter of the query by its name; null where it is left out
   * @throws Problem {@code forbidden}
   */
  default void admit(Caller caller, UnaryOperator<String> parameters) {}

  /**
   * Takes up a file, all of it in the transaction that it finds.
   *
   * @throws Refused where a line is left out and neither switch is on
   * @throws Problem {@code forbidden}, {@code malformed-request}
   */
  ImportReport take(InputStream file, ImportOrder order, Progress progress);
}
