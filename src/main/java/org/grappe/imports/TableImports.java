package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.table.ImportReport;
import org.grappe.table.TableColumn;

/** Takes up tables: a feature gives the lines, the rest is the same for all. */
@ApplicationScoped
public class TableImports {
  private final Database database;
  private final Claims claims;
  private final Today today;

  TableImports(Database database, Claims claims, Today today) {
    this.database = database;
    this.claims = claims;
    this.today = today;
  }

  /** How a table of these lines is taken up. */
  public <C extends Enum<C> & TableColumn> ImportSteps<ImportReport> of(
      TableLines<C> lines, ImportOrder order) {
    return new TableSteps<>(lines, order, database, claims, today);
  }
}
