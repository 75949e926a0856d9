package org.grappe.query;

import java.time.LocalDate;
import java.util.Collection;

/**
 * A value that stands in the statement itself, so that its plan fits it: a day, yes or no, nothing;
 * never a text that somebody wrote.
 */
record Literal(String sql) {
  static Literal day(LocalDate day) {
    return new Literal("date '" + day + "'");
  }

  static Literal flag(boolean is) {
    return new Literal(Boolean.toString(is));
  }

  /** No ids, where there are none. */
  static Object ids(Collection<?> ids) {
    return ids.isEmpty() ? new Literal("'{}'::uuid[]") : ids;
  }
}
