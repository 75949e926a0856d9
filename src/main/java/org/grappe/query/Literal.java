package org.grappe.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A value that stands in the statement itself, so that its plan fits it: a day, yes or no, nothing.
 */
record Literal(String sql) {
  static Literal day(LocalDate day) {
    return new Literal("date '" + day + "'");
  }

  static Literal flag(boolean is) {
    return new Literal(Boolean.toString(is));
  }

  /** A text by the numbers of its letters, for it is anybody's. */
  static String text(String text) {
    return text.codePoints()
        .mapToObj("\\+%06X"::formatted)
        .collect(Collectors.joining("", "U&'", "'"));
  }

  /** No ids, where there are none. */
  static Object ids(Collection<?> ids) {
    return ids.isEmpty() ? new Literal("'{}'::uuid[]") : ids;
  }
}
