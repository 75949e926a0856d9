package org.grappe.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL for one test, and instances of the packaged service on it. */
final class OwnDatabase implements AutoCloseable {
  static final String KEY = "a-key-for-the-tests-alone";

  private final EmbeddedPostgres server;

  private OwnDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  static OwnDatabase started() throws IOException {
    return new OwnDatabase(
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target/postgresql").toFile())
            .start());
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "postgres");
  }

  void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** An instance in a directory of its own, once it answers; without demo data. */
  PackagedService service(Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>();
    all.put("QUARKUS_DATASOURCE_JDBC_URL", url());
    all.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
    all.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
    all.put("GRAPPE_DEMO", "false");
    all.put("GRAPPE_ADMIN_KEY", KEY);
    all.put("GRAPPE_LIMITS_ANONYMOUS", "1000000000");
    all.put("GRAPPE_LIMITS_CREDENTIAL", "1000000000");
    all.putAll(environment);
    return PackagedService.in(Files.createDirectories(directory), all).ready();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
