package org.grappe.table;

import java.util.List;

/** How many cells the header and the records of a file have, which tells where a record ends. */
final class RowWidths {
  /** So many records tell how many cells a record has. */
  private static final int ENOUGH = 3;

  /** Files with so many columns have hardly a text with as many separators in one line. */
  private static final int WIDE = 8;

  private final Separator separator;
  private final int width;

  /** How many separators the last sound record has. */
  private int usual;

  private long fitting;
  private long longer;

  /**
   * Those of a file.
   *
   * @param width how many cells the header has; 0 where it is yet to be read
   */
  RowWidths(Separator separator, int width) {
    this.separator = separator;
    this.width = width;
  }

  /** One more record. */
  void add(Row row) {
    int cells = row.cells().size();
    usual = row.quotes().isEmpty() ? cells - 1 : usual;
    fitting += cells == width ? 1 : 0;
    longer += cells > width && !hasSurplus(row.cells()) ? 1 : 0;
  }

  /** Whether something stands in cells that the header lacks. */
  boolean hasSurplus(List<String> cells) {
    return width > 0
        && cells.stream().skip(width).anyMatch(cell -> !CellText.trimmed(cell).isEmpty());
  }

  /** A record with an empty cell more than those before it has a separator too many somewhere. */
  boolean isLonger(List<String> cells) {
    return cells.size() > width && fitting >= ENOUGH * (longer + 1) && !hasSurplus(cells);
  }

  /** Whether it takes separators to be a record at all. */
  boolean areKnown() {
    return width > 1;
  }

  boolean areWide() {
    return width >= WIDE;
  }

  /** Whether a part of a line has as many separators as a record. */
  boolean areReachedIn(String part) {
    return separator.countIn(part) >= width - 1;
  }

  /** Whether a line has as many separators as the header, or as the record before it. */
  boolean fit(String line) {
    long found = separator.countIn(line);
    return found == width - 1 || (found > 0 && found == usual);
  }
}
