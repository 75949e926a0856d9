package org.grappe.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.grappe.database.Database;

/** The types of records, as the database tells them: every table that has a history. */
@ApplicationScoped
class RecordTypes {
  private final Database database;
  private volatile Map<String, String> tables;
  private volatile Set<String> parts;

  RecordTypes(Database database) {
    this.database = database;
  }

  /** The tables by the names of their types. */
  Map<String, String> tables() {
    if (tables == null) {
      Map<String, String> found = new TreeMap<>();
      database
          .all(
              "select tgrelid::regclass::text from pg_trigger where tgname = 'write_history'",
              row -> row.getString(1),
              List.of())
          .forEach(table -> found.put(of(table), table));
      tables = found;
    }
    return tables;
  }

  /** Those of which some things are told to a record's own editors alone. */
  Set<String> toldInPart() {
    if (parts == null) {
      parts =
          Set.copyOf(
              database.all(
                  """
                  select tgrelid::regclass::text from pg_trigger where tgname = 'write_history' and to_regprocedure(
                    'told_of_' || tgrelid::regclass::text || '(jsonb, boolean, boolean)') is not null""",
                  row -> row.getString(1),
                  List.of()));
    }
    return parts;
  }

  /** The type of a table's records: its name in the singular. */
  static String of(String table) {
    return table.substring(0, table.length() - 1).toUpperCase(Locale.ROOT);
  }
}
