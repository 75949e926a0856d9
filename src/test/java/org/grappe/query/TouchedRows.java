package org.grappe.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The rows of tables and the entries of indexes that the database has handed out, also in vain and
 * within functions, as it counts them itself. The pool has one connection, so whoever asks for the
 * figures has the service's own session tell them first.
 */
final class TouchedRows {
  private static final String SUM =
      """
      select (select sum(seq_tup_read) from pg_stat_user_tables)
        + (select sum(idx_tup_read) from pg_stat_user_indexes)\
      """;

  private final DataSource pool;

  TouchedRows(DataSource pool) {
    this.pool = pool;
  }

  /** All so far. */
  long sum() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_force_next_flush()");
      try (ResultSet row = statement.executeQuery(SUM)) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
