package org.grappe.table;

import java.util.ArrayList;
import java.util.List;
import org.grappe.table.Row.StrayQuote;

/**
 * Makes records of lines (RFC 4180), and finds the quotes that break them: a parser that knows the
 * format alone either refuses the whole file for one of them, or lets a cell swallow the lines up
 * to the next quote. Here a quote that doesn't close ends with its line.
 */
final class RowReader {
  /** So many records tell how many cells a record has. */
  private static final int ENOUGH = 3;

  private final LineQueue lines;
  private final char separator;
  private final int width;
  private final List<String> cells = new ArrayList<>();
  private final List<StrayQuote> quotes = new ArrayList<>();
  private int usual;
  private long fitting;
  private long longer;
  private int index;
  private String text;
  private int at;

  /**
   * Reads with this separator.
   *
   * @param width how many cells the header has; 0 where it is yet to be read
   */
  RowReader(LineQueue lines, char separator, int width) {
    this.lines = lines;
    this.separator = separator;
    this.width = width;
  }

  /** The next record, which is taken; null at the end. */
  Row next() {
    Row row = peek();
    if (row != null) {
      lines.take(row.lines().size());
      usual = row.quotes().isEmpty() ? row.cells().size() - 1 : usual;
      fitting += cells.size() == width ? 1 : 0;
      longer += cells.size() > width && !hasSurplus() ? 1 : 0;
    }
    return row;
  }

  /** The next record, which stays. */
  Row peek() {
    if (lines.peek(0) == null) {
      return null;
    }
    parse(true);
    if (index > 0 && width > 0 && hasSurplus()) {
      parse(false);
    }
    List<PhysicalLine> taken = new ArrayList<>();
    for (int i = 0; i <= index; i++) {
      taken.add(lines.peek(i));
    }
    return new Row(List.copyOf(taken), List.copyOf(cells), List.copyOf(quotes), isLonger());
  }

  private boolean hasSurplus() {
    return cells.stream().skip(width).anyMatch(cell -> !CellText.trimmed(cell).isEmpty());
  }

  /** A record with an empty cell more than those before it has a separator too many somewhere. */
  private boolean isLonger() {
    return cells.size() > width && fitting >= ENOUGH * (longer + 1) && !hasSurplus();
  }

  private void parse(boolean mayGoOn) {
    cells.clear();
    quotes.clear();
    index = 0;
    text = lines.peek(0).text();
    at = 0;
    cells.add(cell(mayGoOn));
    while (at < text.length()) {
      at++;
      cells.add(cell(mayGoOn));
    }
  }

  /** The cell that begins here, up to its separator or the end of the line. */
  private String cell(boolean mayGoOn) {
    int quote = afterSpaces(text, at);
    if (quote == text.length() || text.charAt(quote) != '"') {
      return plainCell();
    }
    QuotedCell quoted = new QuotedCell(lines, separator, width, usual, index, quote);
    if (!quoted.closes(mayGoOn)) {
      quotes.add(new StrayQuote(lines.peek(index).number(), cells.size(), true));
      return literal();
    }
    index = quoted.lastLine();
    text = lines.peek(index).text();
    at = afterSpaces(text, quoted.end());
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
    int end = text.indexOf(separator, at);
    end = end < 0 ? text.length() : end;
    String cell = text.substring(at, end);
    at = end;
    return cell;
  }

  private int afterSpaces(String line, int from) {
    int to = from;
    while (to < line.length()
        && line.charAt(to) != separator
        && CellText.isSpace(line.charAt(to))) {
      to++;
    }
    return to;
  }
}
