package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.ServerErrorMessage;

/** Which field of the contract a constraint is about. */
@ApplicationScoped
class ConstraintFields {
  private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

  /** Of the columns that it reads the one that it is called by, {@code ck_<table>_<column>…}. */
  private static final String COLUMN =
      """
      select a.attname
      from pg_constraint k
      join pg_class t on t.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.conname = ?
      order by starts_with(substr(k.conname, length('ck__') + length(t.relname) + 1), a.attname) desc,
        length(a.attname) desc
      limit 1""";

  private final Lookup lookup;

  ConstraintFields(Lookup lookup) {
    this.lookup = lookup;
  }

  /** A pointer to the field; to the whole body where none is known. */
  String pointer(ServerErrorMessage broken) {
    return Optional.ofNullable(broken.getColumn())
        .or(() -> column(broken.getConstraint()))
        .map(column -> "/" + field(column))
        .orElse("");
  }

  private Optional<String> column(String constraint) {
    return lookup.rows(COLUMN, constraint, row -> row.getString(1)).stream().findFirst();
  }

  /** A column as it is called on the wire. */
  static String field(String column) {
    return NEXT_WORD.matcher(column).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }
}
