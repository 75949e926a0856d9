package org.grappe.cli.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.grappe.cli.backup.Schema;
import org.grappe.cli.doctor.Finding.Grade;
import org.grappe.embedded.Database;
import org.grappe.embedded.Refusal;
import org.grappe.embedded.Texts;

/** Whether the database can be worked with, and holds what it should. */
final class DatabaseChecks {
  private static final String SUBJECT = "doctor.database";
  private static final List<String> EXTENSIONS = List.of("btree_gist", "pg_trgm");

  private final List<Finding> found = new ArrayList<>();
  private final int needed;
  private final Texts texts;
  private RegistryCheck registry;

  /**
   * Checks for a service that needs so many connections.
   *
   * @param needed as configured
   */
  DatabaseChecks(int needed, Texts texts) {
    this.needed = needed;
    this.texts = texts;
  }

  List<Finding> run() {
    try (Database database = Database.beside()) {
      run(database);
    } catch (Refusal refused) {
      found.add(Finding.wrong(SUBJECT, "doctor.refused", refused.in(texts)));
    } catch (SQLException | FlywayException failed) {
      found.add(Finding.wrong(SUBJECT, "doctor.failed", firstLine(failed)));
    }
    return found;
  }

  /** Whose it is, once it was looked at, where it could be. */
  Optional<RegistryCheck> registry() {
    return Optional.ofNullable(registry);
  }

  private void run(Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      found.add(
          Finding.fine(
              SUBJECT, "doctor.reached", database.place(), text(statement, "show server_version")));
      encoding(statement);
      rights(statement);
      extensions(statement);
      connections(statement);
      found.addAll(ClockCheck.ofDatabase(statement));
      registry = RegistryCheck.of(database.place(), statement);
    }
    migrations(database);
  }

  private static String firstLine(Exception failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
  }

  private void encoding(Statement statement) throws SQLException {
    String encoding = text(statement, "show server_encoding");
    if (!encoding.equals("UTF8")) {
      found.add(Finding.wrong(SUBJECT, "doctor.encoding", encoding));
    }
  }

  private void rights(Statement statement) throws SQLException {
    boolean may =
        is(statement, "has_database_privilege(current_database(), 'CREATE')")
            && is(statement, "has_schema_privilege(current_schema(), 'CREATE')");
    found.add(
        new Finding(
            may ? Grade.FINE : Grade.WRONG,
            "doctor.rights",
            may ? "doctor.may" : "doctor.may-not",
            List.of(text(statement, "select current_user"))));
  }

  private void extensions(Statement statement) throws SQLException {
    for (String name : EXTENSIONS) {
      String named = "(select from %s where %s = '" + name + "')";
      if (is(statement, "exists " + named.formatted("pg_extension", "extname"))) {
        found.add(Finding.fine("doctor.extensions", "doctor.installed", name));
      } else if (is(statement, "exists " + named.formatted("pg_available_extensions", "name"))) {
        found.add(Finding.worrying("doctor.extensions", "doctor.available", name));
      } else {
        found.add(Finding.wrong("doctor.extensions", "doctor.no-extension", name));
      }
    }
  }

  private void connections(Statement statement) throws SQLException {
    int most = Integer.parseInt(text(statement, "show max_connections"));
    found.add(
        most >= needed
            ? Finding.fine("doctor.connections", "doctor.enough", most, needed)
            : Finding.wrong("doctor.connections", "doctor.too-few", most, needed));
  }

  private void migrations(Database database) throws SQLException {
    Schema schema = Schema.of(database);
    var contradiction = schema.contradiction();
    long pending = schema.pending();
    if (contradiction.isPresent()) {
      found.add(Finding.wrong("doctor.migrations", "doctor.contradiction", contradiction.get()));
    } else if (pending > 0) {
      found.add(Finding.worrying("doctor.migrations", "doctor.pending", pending));
    } else {
      found.add(Finding.fine("doctor.migrations", "doctor.up-to-date", schema.version()));
    }
  }

  static boolean is(Statement statement, String condition) throws SQLException {
    return text(statement, "select " + condition).equals("t");
  }

  static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
