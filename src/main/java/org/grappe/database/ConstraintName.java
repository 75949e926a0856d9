package org.grappe.database;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a constraint, which tells what it is about: {@code uq_<table>_<column>}, {@code
 * fk_<table>_<column>}, {@code ck_…} and {@code ex_…}.
 */
record ConstraintName(String text) {
  private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

  String table() {
    return text.split("_")[1];
  }

  /** {@code fk_memberships_organisation} is about {@code organisation}. */
  String field() {
    String[] parts = text.split("_", 3);
    return field(parts.length > 2 ? parts[2] : text);
  }

  /** A column as it is called on the wire. */
  static String field(String column) {
    return NEXT_WORD.matcher(column).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }
}
