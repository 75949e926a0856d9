package org.grappe.query;

/** How many rows a page has. */
final class PageSize {
  /** Where the request does not say. */
  static final int USUAL = 50;

  static final int MOST = 200;

  private PageSize() {}

  /** What the text of {@code limit} says: a larger number is the most there can be. */
  static int read(String text) {
    if (!text.matches("0*[1-9][0-9]*")) {
      throw new IllFormed("parameter.limit");
    }
    String digits = text.replaceFirst("^0+", "");
    return digits.length() > 3 ? MOST : Math.min(Integer.parseInt(digits), MOST);
  }
}
