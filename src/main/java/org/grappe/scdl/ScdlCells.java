package org.grappe.scdl;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.grappe.shared.table.LineFault;

/** The cells of one line, and what is found to be wrong with them. */
final class ScdlCells {
  private final ScdlHeader header;
  private final CsvRecord line;
  private final List<LineFault> faults = new ArrayList<>();

  ScdlCells(ScdlHeader header, CsvRecord line) {
    this.header = header;
    this.line = line;
  }

  /** The text of a cell; null where it is empty. */
  String text(ScdlColumn column) {
    int place = header.place(column);
    String cell = place < 0 || place >= line.getFieldCount() ? "" : trimmed(line.getField(place));
    return cell.isEmpty() ? null : cell;
  }

  private static String trimmed(String cell) {
    int from = 0;
    int until = cell.length();
    while (from < until && isSpace(cell.charAt(from))) {
      from++;
    }
    while (from < until && isSpace(cell.charAt(until - 1))) {
      until--;
    }
    return cell.substring(from, until);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
  }

  /** Whether nothing is in the line at all. */
  boolean isBlank() {
    return line.getFields().stream().allMatch(cell -> trimmed(cell).isEmpty());
  }

  /** Tells of cells that no header stands over. */
  void checkWidth() {
    for (int i = header.width(); i < line.getFieldCount(); i++) {
      if (!trimmed(line.getField(i)).isEmpty()) {
        faults.add(new LineFault(number(), null, line.getField(i), "surplus-cell", false, null));
      }
    }
  }

  /** Tells that a line is not in the encoding of the format. */
  void tellEncoding(long number) {
    faults.add(new LineFault(number, null, null, "encoding", false, "windows-1252"));
  }

  /** Tells what breaks a rule and stays as it is. */
  void tell(ScdlColumn column, String rule) {
    add(column, rule, false, null);
  }

  /** Tells what was taken for something else. */
  void mend(ScdlColumn column, String rule, String repair) {
    add(column, rule, false, repair);
  }

  /** Leaves the line out for this. */
  void block(ScdlColumn column, String rule) {
    add(column, rule, true, null);
  }

  private void add(ScdlColumn column, String rule, boolean blocks, String repair) {
    faults.add(new LineFault(number(), header.name(column), text(column), rule, blocks, repair));
  }

  long number() {
    return line.getStartingLineNumber();
  }

  List<LineFault> faults() {
    return faults;
  }
}
