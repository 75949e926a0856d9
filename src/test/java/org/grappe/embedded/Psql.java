package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks the database that a packaged service brings. */
record Psql(PackagedService service, String role, String password) {

  static Psql as(String role, PackagedService service) throws IOException {
    return new Psql(service, role, service.secret("postgresql-password"));
  }

  /** The first column of the first row. */
  String answer(String question) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url(), role, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  /** PostgreSQL notes its port in the fourth line of this file. */
  private String url() throws IOException {
    String port = Files.readAllLines(service.data().resolve("postgresql/postmaster.pid")).get(3);
    return "jdbc:postgresql://127.0.0.1:" + port.strip() + "/grappe";
  }
}
