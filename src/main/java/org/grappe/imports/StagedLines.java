package org.grappe.imports;

import java.util.stream.Stream;
import org.grappe.database.Database;
import org.grappe.table.CopyRows;

/** The table in which the database holds the lines of a file for as long as its transaction. */
final class StagedLines {
  private final Database database;
  private final String name;
  private final CopyRows rows = new CopyRows();

  StagedLines(Database database, LineTable<?> table) {
    this.database = database;
    this.name = table.name();
    database.change(
        "create temp table %s (n bigint, line bigint, blocked boolean, %s) on commit drop"
            .formatted(name, table.kept()));
  }

  void add(long n, long line, boolean isBlocked, Object... cells) {
    rows.add(Stream.concat(Stream.of(n, line, isBlocked), Stream.of(cells)).toArray());
  }

  /** How many are not in the database yet. */
  int waiting() {
    return rows.count();
  }

  /** Hands over those. */
  void load() {
    database.copy("copy " + name + " from stdin (format csv)", rows.take());
  }
}
