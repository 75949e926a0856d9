package org.grappe.table;

import java.util.stream.IntStream;

/** A cell in quotes: where it ends, and whether what it holds may be one cell. */
final class QuotedCell {
  /** Files with so many columns have hardly a text with as many separators in one line. */
  private static final int WIDE = 8;

  private final LineQueue lines;
  private final char separator;
  private final int between;
  private final int first;
  private final int quote;
  private final int usual;
  private final StringBuilder text = new StringBuilder();
  private int index;
  private int at;

  /**
   * The cell whose quote opens there.
   *
   * @param width how many cells a record has; 0 if that isn't known
   * @param usual how many separators the records before have
   */
  QuotedCell(LineQueue lines, char separator, int width, int usual, int line, int quote) {
    this.lines = lines;
    this.separator = separator;
    this.between = width - 1;
    this.usual = usual;
    this.first = line;
    this.quote = quote;
  }

  /** Whether a quote closes it, before a separator or a line end. */
  boolean closes(boolean mayGoOn) {
    index = first;
    at = quote + 1;
    String line = lines.peek(index).text();
    while (true) {
      int next = line.indexOf('"', at);
      if (next < 0) {
        text.append(line, at, line.length()).append(lines.peek(index).end());
        if (!mayGoOn || (index > first && isRecord(line))) {
          return false;
        }
        index++;
        if (lines.peek(index) == null) {
          return false;
        }
        line = lines.peek(index).text();
        at = 0;
      } else if (next + 1 < line.length() && line.charAt(next + 1) == '"') {
        text.append(line, at, next + 1);
        at = next + 2;
      } else {
        text.append(line, at, next);
        at = next + 1;
        return endsHere(line) && (index == first || !isSwallowed(line, next));
      }
    }
  }

  private boolean endsHere(String line) {
    int next = at;
    while (next < line.length() && line.charAt(next) != separator) {
      if (!CellText.isSpace(line.charAt(next))) {
        return false;
      }
      next++;
    }
    return true;
  }

  /** Whether a line that the quotes would take into the cell is a record by itself. */
  private boolean isRecord(String line) {
    if (between < 1) {
      return false;
    }
    return between + 1 >= WIDE
        ? separators(line) >= between
        : isFull(line) && isFull(lines.peek(first).text());
  }

  private boolean isFull(String line) {
    long found = separators(line);
    return found == between || (found > 0 && found == usual);
  }

  /** The same when the quotes close, of the last line and of all that it has taken in. */
  private boolean isSwallowed(String line, int close) {
    if (between < 1) {
      return false;
    }
    if (between + 1 >= WIDE) {
      return separators(line.substring(0, close)) >= between;
    }
    boolean opensEarly = separators(lines.peek(first).text().substring(quote)) > 0;
    return (opensEarly && isRecord(line)) || (index - first > 2 && allFull());
  }

  private boolean allFull() {
    return IntStream.range(first + 1, index).allMatch(i -> isFull(lines.peek(i).text()));
  }

  private long separators(String part) {
    return part.chars().filter(c -> c == separator).count();
  }

  /** The line in which it ends. */
  int lastLine() {
    return index;
  }

  /** Where it ends in that line. */
  int end() {
    return at;
  }

  String text() {
    return text.toString();
  }
}
