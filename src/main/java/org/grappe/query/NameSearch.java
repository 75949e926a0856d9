package org.grappe.query;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Finds rows by a part of a name. */
final class NameSearch {
  private NameSearch() {}

  /**
   * What finds these words in a column of plain names. They stand in the statement, so that its
   * plan fits how many names have them; in hexadecimal digits, for they are anybody's.
   */
  static Fragment in(String column, String words) {
    return new Fragment(
        "%s like '%%' || plain(convert_from('\\x%s', 'UTF8')) || '%%'"
            .formatted(column, HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8))));
  }
}
