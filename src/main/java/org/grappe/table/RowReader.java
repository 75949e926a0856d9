package org.grappe.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.grappe.table.Row.StrayQuote;

/**
 * Makes records of lines (RFC 4180), and finds the quotes that break them: a parser that knows the
 * format alone either refuses the whole file for one of them, or lets a cell swallow the lines up
 * to the next quote. Here a quote that doesn't close ends with its line.
 */
final class RowReader {
  private final LineQueue lines;
  private final Separator separator;
  private final RowWidths widths;
  private final List<String> cells = new ArrayList<>();
  private final List<StrayQuote> quotes = new ArrayList<>();
  private int index;
  private String text;
  private int at;

  /**
   * Reads with this separator.
   *
   * @param width how many cells the header has; 0 where it is yet to be read
   */
  RowReader(LineQueue lines, Separator separator, int width) {
    this.lines = lines;
    this.separator = separator;
    this.widths = new RowWidths(separator, width);
  }

  /** The next record, which is taken; null at the end. */
  Row next() {
    Row row = peek();
    if (row != null) {
      lines.take(row.lines().size());
      widths.add(row);
    }
    return row;
  }

  /** The next record, which stays. */
  Row peek() {
    if (lines.peek(0) == null) {
      return null;
    }
    parse(true);
    if (index > 0 && widths.hasSurplus(cells)) {
      parse(false);
    }
    List<PhysicalLine> taken = IntStream.rangeClosed(0, index).mapToObj(lines::peek).toList();
    return new Row(taken, List.copyOf(cells), List.copyOf(quotes), widths.isLonger(cells));
  }

  private void parse(boolean mayGoOn) {
    cells.clear();
    quotes.clear();
    index = 0;
    text = lines.peek(0).text();
    at = -1;
    do {
      at++;
      cells.add(cell(mayGoOn));
    } while (at < text.length());
  }

  /** The cell that begins here, up to its separator or the end of the line. */
  private String cell(boolean mayGoOn) {
    int quote = separator.afterSpaces(text, at);
    if (quote == text.length() || text.charAt(quote) != '"') {
      return plainCell();
    }
    QuotedCell quoted = new QuotedCell(lines, separator, widths, index, quote);
    if (!quoted.closes(mayGoOn)) {
      quotes.add(new StrayQuote(lines.peek(index).number(), cells.size(), true));
      return literal();
    }
    index = quoted.lastLine();
    text = lines.peek(index).text();
    at = separator.afterSpaces(text, quoted.end());
    return quoted.text();
  }

  /** A cell without quotes around: pairs of quotes inside it are part of the text. */
  private String plainCell() {
    String cell = literal();
    long count = cell.chars().filter(c -> c == '"').count();
    if (count > 0) {
      quotes.add(new StrayQuote(lines.peek(index).number(), cells.size(), count % 2 == 1));
    }
    return cell;
  }

  private String literal() {
    int end = separator.next(text, at);
    String cell = text.substring(at, end);
    at = end;
    return cell;
  }
}
