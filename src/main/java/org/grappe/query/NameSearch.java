package org.grappe.query;

import java.util.stream.Collectors;

/** Finds rows by a part of a name. */
final class NameSearch {
  private NameSearch() {}

  /**
   * What finds these words in a column of plain names. They stand in the statement, so that its
   * plan fits how many names have them; by the numbers of their letters, for they are anybody's.
   */
  static Fragment in(String column, String words) {
    String letters =
        words.codePoints().mapToObj("\\+%06X"::formatted).collect(Collectors.joining());
    return new Fragment("%s like '%%' || plain(U&'%s') || '%%'".formatted(column, letters));
  }
}
