package org.grappe.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A database of its own for each application that is tested, in one PostgreSQL that ends with them.
 */
public class RealPostgres implements QuarkusTestResourceLifecycleManager {
  /** Known to all applications of the process, each of which has a class loader of its own. */
  private static final String SERVER = "tests.postgresql";

  @Override
  public Map<String, String> start() {
    String server = server();
    String name = "tests_" + Long.toString(System.nanoTime(), 36);
    try (Connection connection = DriverManager.getConnection(server);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url",
        server.replaceFirst("/postgres\\?.*", "/" + name),
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        "postgres",
        "grappe.admin-key",
        Api.ADMIN_KEY);
  }

  /** The address of the server, which is started where there is none and stops with the process. */
  private static String server() {
    if (System.getProperty(SERVER) == null) {
      try {
        System.setProperty(SERVER, started().getJdbcUrl("postgres", "postgres"));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return System.getProperty(SERVER);
  }

  private static EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(new File("target/postgresql"))
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
        .start();
  }

  /** The database goes with the server. */
  @Override
  public void stop() {
    // nothing of its own to stop
  }
}
