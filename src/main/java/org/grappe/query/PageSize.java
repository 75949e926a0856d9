package org.grappe.query;

import org.grappe.value.WholeNumbers;

/** How many rows a page has. */
final class PageSize {
  /** Where the request does not say. */
  static final int USUAL = 50;

  static final int MOST = 200;

  private PageSize() {}

  /** What the text of {@code limit} says: a larger number is the most there can be. */
  static int read(String text) {
    return WholeNumbers.upTo(text, 1, MOST).orElseThrow(() -> new IllFormed("parameter.limit"));
  }
}
