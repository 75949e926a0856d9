package org.grappe.imports;

import java.util.stream.Stream;
import org.grappe.database.Database;
import org.grappe.table.Cells;
import org.grappe.table.CopyRows;

/** The table in which the database holds the lines of a file for as long as its transaction. */
final class StagedLines {
  private final Database database;
  private final String name;
  private final CopyRows rows = new CopyRows();
  private long count;
  private long blocked;

  StagedLines(Database database, LineTable<?> table) {
    this.database = database;
    this.name = table.name();
    database.change(
        "create temp table %s (n bigint, line bigint, blocked boolean, %s) on commit drop"
            .formatted(name, table.kept()));
  }

  /** One more, and what is kept of it. */
  void add(Cells<?> cells, Object... kept) {
    boolean isBlocked = cells.isBlocked();
    rows.add(Stream.concat(Stream.of(count, cells.number(), isBlocked), Stream.of(kept)).toArray());
    count++;
    blocked += isBlocked ? 1 : 0;
  }

  /** How many there are. */
  long count() {
    return count;
  }

  /** How many of them are left out for what they say themselves. */
  long blocked() {
    return blocked;
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
