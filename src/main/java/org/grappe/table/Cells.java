package org.grappe.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** The cells of one line, and what is found to be wrong with them. */
public final class Cells<C extends Enum<C> & TableColumn> {
  private final Header<C> header;
  private final Row row;
  private final Map<C, String> texts;
  private final Map<C, String> titles;
  private final List<LineFault> faults = new ArrayList<>();

  Cells(Header<C> header, Row row, Columns<C> columns) {
    this.header = header;
    this.row = row;
    this.texts = new EnumMap<>(columns.type());
    this.titles = new EnumMap<>(columns.type());
    tellLines();
    tellQuotes();
    checkWidth();
    for (C column : columns.type().getEnumConstants()) {
      read(column);
    }
    header.doubtful().forEach(this::blockDoubtful);
  }

  private void tellLines() {
    for (PhysicalLine line : row.lines()) {
      if (!line.isUtf8()) {
        faults.add(new LineFault(line.number(), null, null, "encoding", false, "windows-1252"));
      }
      if (!line.isWhole()) {
        faults.add(new LineFault(line.number(), null, null, "damaged-text", true, null));
      }
    }
  }

  private void tellQuotes() {
    for (Row.StrayQuote quote : row.quotes()) {
      String cell = row.cells().get(quote.cell());
      String column = header.name(quote.cell());
      faults.add(new LineFault(quote.line(), column, cell, "quote", quote.blocking(), null));
    }
  }

  /** Cells that no title stands over: something before them was torn in two. */
  private void checkWidth() {
    if (row.isLonger()) {
      faults.add(new LineFault(number(), null, null, "surplus-cell", true, null));
    }
    for (int i = header.width(); i < row.cells().size(); i++) {
      if (!CellText.trimmed(row.cells().get(i)).isEmpty()) {
        faults.add(new LineFault(number(), null, row.cells().get(i), "surplus-cell", true, null));
      }
    }
  }

  private void read(C column) {
    List<Integer> places = header.places(column);
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      String cell = cell(place);
      String text = cell.isEmpty() ? "" : clean(place, cell);
      if (!text.isEmpty()) {
        texts.put(column, text);
        titles.put(column, header.name(place));
        if (i > 0) {
          mend(column, "repeated-column", text);
        }
        return;
      }
    }
  }

  private String cell(int place) {
    return place < row.cells().size() ? row.cells().get(place) : "";
  }

  private String clean(int place, String cell) {
    String seen = CellText.visible(cell);
    String text = CellText.trimmed(seen);
    if (!seen.equals(cell) || CellText.hasHiddenSpaces(cell)) {
      add(header.name(place), cell, "invisible-characters", false, text);
    }
    if (CellText.isDamaged(cell)) {
      add(header.name(place), text, "damaged-text", false, null);
    }
    return text;
  }

  private void blockDoubtful(int place, C meant) {
    String cell = CellText.trimmed(CellText.visible(cell(place)));
    if (!cell.isEmpty()) {
      add(header.name(place), cell, "doubtful-column", true, meant.title());
    }
  }

  /**
   * Leaves the line out where a column that nobody knows says what should stand in this one.
   *
   * @param says whether it does, by its title and what stands in the line
   */
  public void doubt(C column, BiPredicate<String, String> says) {
    for (int place : header.unknown()) {
      String cell = CellText.trimmed(CellText.visible(cell(place)));
      if (!cell.isEmpty() && says.test(header.name(place), cell)) {
        blockDoubtful(place, column);
      }
    }
  }

  /** The text of a cell; null where it is empty. */
  public String text(C column) {
    return texts.get(column);
  }

  /** What the file calls the column from which the text of this one comes. */
  public String title(C column) {
    return titles.getOrDefault(column, header.name(column));
  }

  /** Whether a number goes on, after its comma, in the column after it, which holds texts. */
  public boolean isCutAfter(C column, Set<C> texts) {
    List<Integer> places = header.places(column);
    return !places.isEmpty()
        && texts.stream().anyMatch(text -> header.places(text).contains(places.get(0) + 1))
        && cell(places.get(0)).matches("\\s*-?\\d+\\s*")
        && cell(places.get(0) + 1).matches("\\s*\\d{1,2}\\s*(€|EUR)?\\s*");
  }

  /** Whether nothing is in the line at all. */
  boolean isBlank() {
    return row.cells().stream()
        .allMatch(cell -> CellText.trimmed(CellText.visible(cell)).isEmpty());
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
    faults.add(new LineFault(number(), column, value, rule, blocks, repair));
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
