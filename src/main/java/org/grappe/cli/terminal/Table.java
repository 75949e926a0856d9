package org.grappe.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows under titles, each column as wide as what stands in it. */
public final class Table {
  private static final int WIDEST = 60;
  private static final String BETWEEN = "  ";
  private final List<List<String>> rows = new ArrayList<>();

  public Table(List<String> titles) {
    rows.add(titles);
  }

  /** Adds one; what is null stays blank, and what is long is cut, but for the last. */
  public void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      String text = cell == null ? "" : Printable.line(cell.toString());
      row.add(row.size() == cells.length - 1 ? text : clipped(text));
    }
    rows.add(row);
  }

  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** Its lines, the titles first. */
  public List<String> lines() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i));
      line.append(" ".repeat(widths[i] - length(row.get(i)))).append(BETWEEN);
    }
    return line.toString().stripTrailing();
  }

  private static String clipped(String text) {
    return length(text) <= WIDEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
