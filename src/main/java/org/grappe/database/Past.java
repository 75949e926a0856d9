package org.grappe.database;

import java.time.Instant;
import java.util.List;

/** The registry as it stood at an instant: each question is put to it in a snapshot of its own. */
record Past(Database database, Instant known) implements Statements {
  @Override
  public <T> List<T> all(String sql, RowReader<T> reader, List<?> args) {
    return database.snapshot(
        snapshot -> {
          snapshot.lookBack(known);
          return snapshot.all(sql, reader, args);
        });
  }
}
