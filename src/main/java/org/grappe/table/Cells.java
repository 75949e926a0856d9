package org.grappe.table;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The cells of one line, and what is found to be wrong with them. */
public final class Cells<C extends Enum<C> & TableColumn> {
  private final Header<C> header;
  private final Row row;
  private final ColumnTexts<C> texts;
  private final List<LineFault> faults;

  Cells(Header<C> header, Row row, Columns<C> columns) {
    this.header = header;
    this.row = row;
    this.texts = new ColumnTexts<>(header, row, columns.type());
    this.faults = RowFaults.of(row, header.titles());
    for (C column : columns.type().getEnumConstants()) {
      texts.read(column, faults);
    }
    header.doubtful().forEach(this::blockDoubtful);
  }

  private void blockDoubtful(int place, C meant) {
    String cell = row.shown(place);
    if (!cell.isEmpty()) {
      add(header.titles().at(place), cell, "doubtful-column", true, meant.title());
    }
  }

  /**
   * Leaves the line out where a column that nobody knows says what should stand in this one.
   *
   * @param says whether it does, by its title and what stands in the line
   */
  public void doubt(C column, BiPredicate<String, String> says) {
    for (int place : header.unknown()) {
      String cell = row.shown(place);
      if (!cell.isEmpty() && says.test(header.titles().at(place), cell)) {
        blockDoubtful(place, column);
      }
    }
  }

  /** The text of a cell; null where it is empty. */
  public String text(C column) {
    return texts.text(column);
  }

  /** What the file calls the column from which the text of this one comes. */
  public String title(C column) {
    return texts.title(column);
  }

  /** Whether a number goes on, after its comma, in the column after it, which holds texts. */
  public boolean isCutAfter(C column, Set<C> others) {
    return texts.isCutAfter(column, others);
  }

  /** Tells what breaks a rule and stays as it is. */
  public void tell(C column, String rule) {
    add(title(column), text(column), rule, false, null);
  }

  /** Tells what was taken for something else. */
  public void mend(C column, String rule, String repair) {
    add(title(column), text(column), rule, false, repair);
  }

  /** Leaves the line out for this. */
  public void block(C column, String rule) {
    add(title(column), text(column), rule, true, null);
  }

  private void add(String column, String value, String rule, boolean blocks, String repair) {
    faults.add(new LineFault(row.number(), column, value, rule, blocks, repair));
  }

  /** Whether it is left out. */
  public boolean isBlocked() {
    return faults.stream().anyMatch(LineFault::blocking);
  }

  /** Its first line in the file, from 1. */
  public long number() {
    return row.number();
  }

  /** The line as it stands in the file, without its line end. */
  public String raw() {
    return row.raw();
  }

  /** What is wrong with it, or was mended. */
  public List<LineFault> faults() {
    return faults;
  }
}
