package org.grappe.table;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a record before its cells are looked at: bytes, quotes, how many cells. */
final class RowFaults {
  private final Row row;
  private final TitleLine titles;
  private final List<LineFault> faults = new ArrayList<>();

  private RowFaults(Row row, TitleLine titles) {
    this.row = row;
    this.titles = titles;
  }

  static List<LineFault> of(Row row, TitleLine titles) {
    RowFaults found = new RowFaults(row, titles);
    row.lines().forEach(found::addLine);
    row.quotes().forEach(found::addQuote);
    found.addSurplus();
    return found.faults;
  }

  private void addLine(PhysicalLine line) {
    if (!line.isUtf8()) {
      faults.add(LineFault.notUtf8(line));
    }
    if (!line.isWhole()) {
      faults.add(LineFault.ofLine(line.number(), "damaged-text", true, null));
    }
  }

  private void addQuote(Row.StrayQuote quote) {
    String title = titles.at(quote.cell());
    String cell = row.cells().get(quote.cell());
    faults.add(new LineFault(quote.line(), title, cell, "quote", quote.blocking(), null));
  }

  /** Cells that no title stands over: something before them was torn in two. */
  private void addSurplus() {
    if (row.isLonger()) {
      faults.add(LineFault.ofLine(row.number(), "surplus-cell", true, null));
    }
    for (int place = titles.width(); place < row.cells().size(); place++) {
      String cell = row.cells().get(place);
      if (!CellText.trimmed(cell).isEmpty()) {
        faults.add(new LineFault(row.number(), null, cell, "surplus-cell", true, null));
      }
    }
  }
}
