package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.imports.ImportKind;
import org.grappe.imports.ImportOrder;
import org.grappe.imports.ImportSteps;
import org.grappe.imports.TableImports;
import org.grappe.table.ImportReport;

/** Takes up files of subsidies. */
@ApplicationScoped
class ScdlImport implements ImportKind<ImportReport> {
  private final ScdlLines lines;
  private final TableImports tables;

  ScdlImport(ScdlLines lines, TableImports tables) {
    this.lines = lines;
    this.tables = tables;
  }

  @Override
  public String name() {
    return "SUBSIDIES";
  }

  @Override
  public String path() {
    return "/api/v1/subsidy-lines/scdl";
  }

  @Override
  public ImportSteps<ImportReport> steps(ImportOrder order) {
    return tables.of(lines, order);
  }
}
