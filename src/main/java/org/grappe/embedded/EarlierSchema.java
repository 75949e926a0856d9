package org.grappe.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a Grappe from before its first release, whose migrations are no more. There, Flyway
 * would end the start in a stack trace, since its first migration had another content.
 */
final class EarlierSchema {
  static final String FIRST_MIGRATION = "V001__What_every_table_leans_on.sql";

  private EarlierSchema() {}

  static boolean isAt(String url, String user, String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return isIn(connection);
    }
  }

  static boolean isIn(Connection connection) throws SQLException {
    return is(connection, "to_regclass('flyway_schema_history') is not null")
        && is(
            connection,
            // with its directory, as the service's Flyway writes it, or without
            "exists (select from flyway_schema_history where script ~ '(^|/)%s$')"
                .formatted(FIRST_MIGRATION));
  }

  private static boolean is(Connection connection, String condition) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select " + condition)) {
      answer.next();
      return answer.getBoolean(1);
    }
  }
}
