package org.grappe.query;

/** Finds rows by a part of a name. */
final class NameSearch {
  /** Words have so many letters at least. */
  private static final int FEWEST = 2;

  private static final String PART = "%1$s like '%%' || plain(%2$s) || '%%'";

  /**
   * Of two letters no index has trigrams, but one has the pairs. That they stand beside each other
   * is hidden, for else a plan takes the one for rarer than the other.
   */
  private static final String PAIR =
      "coalesce(" + PART + ", false) and letter_pairs(%1$s) @> letter_pairs(plain(%2$s))";

  private NameSearch() {}

  /**
   * What finds these words in a column of plain names. They stand in the statement, so that its
   * plan fits how many names have them.
   */
  static Fragment in(String column, String words) {
    boolean few = words.codePoints().filter(Character::isLetterOrDigit).count() <= FEWEST;
    return new Fragment((few ? PAIR : PART).formatted(column, Literal.text(words)));
  }
}
