package org.grappe.query;

/** Finds rows by a part of a name. */
final class NameSearch {
  private NameSearch() {}

  /**
   * What finds these words in a column of plain names. They stand in the statement, so that its
   * plan fits how many names have them.
   */
  static Fragment in(String column, String words) {
    String like = "%s like '%%' || plain(%s) || '%%'";
    return new Fragment(like.formatted(column, Literal.text(words)));
  }
}
