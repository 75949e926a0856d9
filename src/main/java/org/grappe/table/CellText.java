package org.grappe.table;

/** The text of a cell, without what nobody sees. */
final class CellText {
  private CellText() {}

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Spaces of any kind that stand around a text are no part of it. */
  static String trimmed(String cell) {
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

  /** Without invisible characters, but for those that join letters of other scripts and emoji. */
  static String visible(String cell) {
    int first = 0;
    while (first < cell.length() && !isInvisible(cell.charAt(first))) {
      first++;
    }
    if (first == cell.length()) {
      return cell;
    }
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!isInvisible(c) || joins(cell, i)) {
        seen.append(c);
      }
    }
    return seen.toString();
  }

  private static boolean isInvisible(char c) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.FORMAT -> true;
      case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
      default -> c == '\uFE0F' || c == '\u034F' || c == '\u115F' || c == '\u3164';
    };
  }

  private static boolean joins(String cell, int at) {
    char c = cell.charAt(at);
    boolean mayJoin = c == '\u200c' || c == '\u200d' || c == '\uFE0F';
    return mayJoin && at > 0 && cell.charAt(at - 1) > '\u02ff';
  }

  /** What people see of a cell. */
  static String shown(String cell) {
    return trimmed(visible(cell));
  }

  /** Whether spaces that don't break stand around a text, where nobody sees them. */
  static boolean hasHiddenSpaces(String cell) {
    return !trimmed(cell).equals(cell.strip());
  }
}
