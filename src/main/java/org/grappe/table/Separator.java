package org.grappe.table;

/** What stands between the cells of a line. */
record Separator(char sign) {
  /** Where the next one stands; the end of the line where there is none. */
  int next(String line, int from) {
    int next = line.indexOf(sign, from);
    return next < 0 ? line.length() : next;
  }

  /** Where something else than spaces comes, which is this, the end, or what a cell has. */
  int afterSpaces(String line, int from) {
    int to = from;
    while (to < line.length() && line.charAt(to) != sign && CellText.isSpace(line.charAt(to))) {
      to++;
    }
    return to;
  }

  /** Whether a cell ends there. */
  boolean endsAt(String line, int at) {
    return at == line.length() || line.charAt(at) == sign;
  }

  long countIn(String part) {
    return part.chars().filter(c -> c == sign).count();
  }
}
