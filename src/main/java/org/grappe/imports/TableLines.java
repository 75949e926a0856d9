package org.grappe.imports;

import java.time.Instant;
import java.util.List;
import org.grappe.problem.Problem;
import org.grappe.table.Cells;
import org.grappe.table.Columns;
import org.grappe.table.Header;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;
import org.grappe.table.TableColumn;

/**
 * What is particular to the lines of one kind of table: its columns, how one is read, and the sets
 * that the database makes of all of them. They lie in a temporary table, each with its place {@code
 * n} from 0, its line in the file and whether it is left out.
 */
public interface TableLines<C extends Enum<C> & TableColumn> {
  /** The columns of the file. */
  Columns<C> columns();

  /** What the table is called. */
  String table();

  /** Its columns after the first three, as SQL declares them. */
  String kept();

  /**
   * Reads a line, tells in its cells what is wrong with it, and answers what is kept of it, in the
   * order of {@link #kept()}.
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

  /** Enters what the lines refer to, after them. */
  default void afterEntering(Instant now) {}
}
