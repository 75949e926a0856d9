package org.grappe.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The registry's database, within one transaction of one connection. */
final class Registry {
  private final Connection connection;

  private Registry(Connection connection) {
    this.connection = connection;
  }

  /**
   * Those of this connection; values are written alike whatever the server and its settings are.
   *
   * @param readOnly as they all are at one instant; else to be written
   */
  static Registry of(Connection connection, boolean readOnly) throws SQLException {
    connection.setAutoCommit(false);
    Registry registry = new Registry(connection);
    if (readOnly) {
      registry.run("set transaction isolation level repeatable read read only");
    }
    for (String setting :
        List.of(
            "statement_timeout = 0",
            "idle_in_transaction_session_timeout = 0",
            "lock_timeout = '10s'",
            "datestyle = 'ISO, YMD'",
            "intervalstyle = 'iso_8601'",
            "timezone = 'UTC'",
            "synchronize_seqscans = off",
            "extra_float_digits = 1",
            "bytea_output = 'hex'")) {
      registry.run("set local " + setting);
    }
    return registry;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    return rows(sql, row -> row.getString(1)).get(0);
  }

  long number(String sql) throws SQLException {
    return rows(sql, row -> row.getLong(1)).get(0);
  }

  /** What is made of a row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(String sql, Row<T> made) throws SQLException {
    List<T> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(made.of(rows));
      }
    }
    return all;
  }

  long write(String table, List<String> columns, OutputStream rows)
      throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy " + named(table, columns) + " to stdout", rows);
  }

  long read(String table, List<String> columns, InputStream rows) throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + named(table, columns) + " from stdin", rows);
  }

  private static String named(String table, List<String> columns) {
    return quoted(table)
        + " ("
        + String.join(", ", columns.stream().map(Registry::quoted).toList())
        + ")";
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
