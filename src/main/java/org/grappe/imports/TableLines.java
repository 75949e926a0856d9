package org.grappe.imports;

import java.time.Instant;
import java.util.List;
import org.grappe.problem.Problem;
import org.grappe.table.Cells;
import org.grappe.table.Header;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;
import org.grappe.table.TableColumn;

/**
 * What is particular to the lines of one kind of table: its columns, how one is read, and the sets
 * that the database makes of all of them.
 */
public interface TableLines<C extends Enum<C> & TableColumn> {
  /** Where they lie. */
  LineTable<C> table();

  /**
   * Reads a line, tells in its cells what is wrong with it, and answers what is kept of it, in the
   * order of {@link LineTable#kept()}.
   */
  Object[] read(Cells<C> cells, ImportOrder order);

  /**
   * Finds whom the lines are about, and makes sure that their sender may enter them.
   *
   * @throws Problem {@code forbidden}
   */
  void requireRights();

  /** What no two files may write at once: see {@link Claims#hold}. */
  String claims();

  /** Once that is claimed: what is to be kept as it is, or looked up again. */
  void hold();

  /** Compares the lines with the registry and with each other. */
  LineCounts compare();

  /** What was found in the lines from one to before another. */
  List<LineFault> findings(Header<C> header, long from, long until);

  /** Adds to the report what only this kind has. */
  default ImportReport report(ImportReport report) {
    return report;
  }

  /** Enters what the lines refer to, before them. */
  default void beforeEntering(Instant now) {}

  /** Enters the new ones of these lines; answers how many. */
  long enter(long from, long until, Instant now);

  /** Enters what the lines refer to, after them; called where no line is new, too. */
  default void afterEntering(Instant now) {}
}
