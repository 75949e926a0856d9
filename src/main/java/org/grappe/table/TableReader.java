package org.grappe.table;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * Reads a table as spreadsheets and association software write it, line by line: it holds one line
 * at a time, and what is wrong with one is told of that line.
 */
public final class TableReader<C extends Enum<C> & TableColumn> {
  /** What some spreadsheets write above the header to tell what separates the cells. */
  private static final Pattern SEP =
      Pattern.compile("\\s*\"?sep=(\\S|\t)\"?[\\s;,]*", Pattern.CASE_INSENSITIVE);

  private static final List<Character> SEPARATORS = List.of(';', '\t', ',');
  private final LineQueue lines;
  private final Columns<C> columns;

  /**
   * A file.
   *
   * @throws Problem {@code malformed-request} where it is empty or no text
   */
  public TableReader(InputStream bytes, Columns<C> columns) {
    this.lines = new LineQueue(bytes);
    this.columns = columns;
    skipBlank();
    if (lines.peek(0) == null) {
      throw Problems.malformed("table.empty");
    }
  }

  private void skipBlank() {
    while (lines.peek(0) != null
        && lines.peek(0).isWhole()
        && CellText.trimmed(lines.peek(0).text()).isEmpty()) {
      lines.take(1);
    }
  }

  /**
   * Hands over the header, then every line that isn't blank.
   *
   * @throws Problem {@code malformed-request} where there is no header that can be read
   */
  public void read(Consumer<Header<C>> headers, Consumer<Cells<C>> taker) {
    Header<C> header = header();
    headers.accept(header);
    RowReader rows = new RowReader(lines, header.separator(), header.size());
    for (Row row = rows.next(); row != null; row = rows.next()) {
      Cells<C> cells = new Cells<>(header, row, columns);
      if (!cells.isBlank()) {
        taker.accept(cells);
      }
    }
  }

  private Header<C> header() {
    Character told = told();
    if (!lines.peek(0).isWhole()) {
      throw Problems.malformed(
          lines.peek(0).text().length() < 1 << 20 ? "body.nul" : "table.broken");
    }
    Header<C> best = null;
    Row chosen = null;
    List<Character> candidates = told == null ? SEPARATORS : List.of(told, ';', '\t', ',');
    for (char separator : candidates) {
      Row row = new RowReader(lines, separator, 0).peek();
      Header<C> header = new Header<>(row.cells(), columns, separator);
      if (best == null || header.isBetterThan(best)) {
        best = header;
        chosen = row;
      }
    }
    lines.take(chosen.lines().size());
    best.tellFile(chosen, lines.isUtf16());
    return best;
  }

  private Character told() {
    Matcher sep = SEP.matcher(lines.peek(0).text());
    if (!sep.matches()) {
      return null;
    }
    lines.take(1);
    skipBlank();
    if (lines.peek(0) == null) {
      throw Problems.malformed("table.empty");
    }
    return sep.group(1).charAt(0);
  }
}
