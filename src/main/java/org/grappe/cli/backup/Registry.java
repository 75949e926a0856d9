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

/** The registry's tables, within one transaction of one connection. */
final class Registry {
  /** What Flyway keeps is made by Flyway, what extensions keep by them. */
  private static final String OWN =
      " relnamespace = current_schema()::regnamespace and relname <> 'flyway_schema_history'"
          + " and not exists (select from pg_depend where classid = 'pg_class'::regclass"
          + " and objid = pg_class.oid and deptype = 'e')";

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

  /** Its tables by name; what is unlogged is of no use to another. */
  List<String> tables() throws SQLException {
    return rows(
        "select relname from pg_class where relkind = 'r' and relpersistence = 'p' and"
            + OWN
            + " order by relname",
        row -> row.getString(1));
  }

  /** Those that are stored, not those that follow from others. */
  List<String> columns(String table) throws SQLException {
    return rows(
        "select attname from pg_attribute join pg_class on pg_class.oid = attrelid where relname = '"
            + table
            + "' and attnum > 0 and not attisdropped and attgenerated = '' and"
            + OWN
            + " order by attnum",
        row -> row.getString(1));
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> all = new ArrayList<>();
    for (String name :
        rows(
            "select relname from pg_class where relkind = 'S' and" + OWN + " order by relname",
            row -> row.getString(1))) {
      all.addAll(
          rows(
              "select last_value, is_called from " + quoted(name),
              row -> new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
    }
    return all;
  }

  List<Manifest.Migration> schema() throws SQLException {
    return rows(
        "select version, checksum from flyway_schema_history where version is not null and success"
            + " order by installed_rank",
        row -> new Manifest.Migration(row.getString(1), row.getObject(2, Integer.class)));
  }

  /** As they were carried out last. */
  List<Manifest.Function> functions() throws SQLException {
    return rows(
        "select description, checksum from flyway_schema_history one where version is null"
            + " and type = 'SQL' and success and not exists (select from flyway_schema_history later"
            + " where later.version is null and later.description = one.description"
            + " and later.success and later.installed_rank > one.installed_rank)"
            + " order by description",
        row -> new Manifest.Function(row.getString(1), row.getObject(2, Integer.class)));
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
