package org.grappe.table;

import java.util.stream.IntStream;

/** A cell in quotes: where it ends, and whether what it holds may be one cell. */
final class QuotedCell {
  private final LineQueue lines;
  private final Separator separator;
  private final RowWidths widths;
  private final int first;
  private final int quote;
  private final StringBuilder text = new StringBuilder();
  private int index;
  private int at;

  /** The cell whose quote opens there. */
  QuotedCell(LineQueue lines, Separator separator, RowWidths widths, int line, int quote) {
    this.lines = lines;
    this.separator = separator;
    this.widths = widths;
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
        return separator.endsAt(line, separator.afterSpaces(line, at))
            && (index == first || !isSwallowed(line, next));
      }
    }
  }

  /** Whether a line that the quotes would take into the cell is a record by itself. */
  private boolean isRecord(String line) {
    if (!widths.areKnown()) {
      return false;
    }
    return widths.areWide()
        ? widths.areReachedIn(line)
        : widths.fit(line) && widths.fit(lines.peek(first).text());
  }

  /** The same when the quotes close, of the last line and of all that it has taken in. */
  private boolean isSwallowed(String line, int close) {
    if (!widths.areKnown()) {
      return false;
    }
    if (widths.areWide()) {
      return widths.areReachedIn(line.substring(0, close));
    }
    boolean opensEarly = separator.countIn(lines.peek(first).text().substring(quote)) > 0;
    return (opensEarly && isRecord(line)) || (index - first > 2 && areAllRecords());
  }

  private boolean areAllRecords() {
    return IntStream.range(first + 1, index).allMatch(i -> widths.fit(lines.peek(i).text()));
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
