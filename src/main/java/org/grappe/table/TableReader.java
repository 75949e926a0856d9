package org.grappe.table;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Each line is looked at in the columns that nobody knows, so there are not too many. */
  private static final int MOST_COLUMNS = 1000;

  private static final List<Separator> SEPARATORS =
      List.of(new Separator(';'), new Separator('\t'), new Separator(','));

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
    requireText();
  }

  /** Leaves out blank lines; there must be another. */
  private void requireText() {
    while (lines.peek(0) != null
        && lines.peek(0).isWhole()
        && CellText.trimmed(lines.peek(0).text()).isEmpty()) {
      lines.take(1);
    }
    if (lines.peek(0) == null) {
      throw Problems.malformed("table.empty");
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
    RowReader rows = new RowReader(lines, header.separator(), header.titles().size());
    for (Row row = rows.next(); row != null; row = rows.next()) {
      if (!row.isBlank()) {
        taker.accept(new Cells<>(header, row, columns));
      }
    }
  }

  private Header<C> header() {
    Optional<Separator> told = told();
    if (!lines.peek(0).isWhole()) {
      throw Problems.malformed(
          lines.peek(0).text().length() < DecodedLines.LONGEST ? "body.nul" : "table.broken");
    }
    Header<C> best = null;
    Row chosen = null;
    for (Separator separator : Stream.concat(told.stream(), SEPARATORS.stream()).toList()) {
      Row row = new RowReader(lines, separator, 0).peek();
      if (row.cells().stream().filter(cell -> !cell.isBlank()).count() > MOST_COLUMNS) {
        throw Problems.malformed("table.too-wide", MOST_COLUMNS);
      }
      Header<C> header = new Header<>(row.cells(), columns, separator);
      if (best == null || header.isBetterThan(best)) {
        best = header;
        chosen = row;
      }
    }
    lines.take(chosen.lines().size());
    best.titles().tellFile(chosen, lines.isUtf16());
    return best;
  }

  private Optional<Separator> told() {
    Matcher sep = SEP.matcher(lines.peek(0).text());
    if (!sep.matches()) {
      return Optional.empty();
    }
    lines.take(1);
    requireText();
    return Optional.of(new Separator(sep.group(1).charAt(0)));
  }
}
