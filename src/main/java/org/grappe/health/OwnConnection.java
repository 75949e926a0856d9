package org.grappe.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/** A connection beside the pool's; used by one thread at a time. */
@ApplicationScoped
class OwnConnection {
  private static final String SECONDS = "4";
  private final String url;
  private final Properties settings = new Properties();
  private Connection open;

  OwnConnection(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
      @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties")
          Map<String, String> additional) {
    this.url = url;
    additional.forEach(settings::setProperty);
    user.ifPresent(name -> settings.setProperty("user", name));
    password.ifPresent(secret -> settings.setProperty("password", secret));
    settings.setProperty("connectTimeout", SECONDS);
    settings.setProperty("socketTimeout", SECONDS);
    settings.setProperty("ApplicationName", "grappe-readiness");
  }

  /**
   * Asks the database for nothing in particular, over a new connection where the old one is gone.
   *
   * @throws SQLException if it doesn't answer
   */
  void ask() throws SQLException {
    if (open != null) {
      try {
        select();
        return;
      } catch (SQLException gone) {
        close();
      }
    }
    open = new Driver().connect(url, settings);
    select();
  }

  private void select() throws SQLException {
    try (Statement statement = open.createStatement()) {
      statement.execute("select 1");
    }
  }

  void close() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException unclosed) {
      // it is gone either way
    } finally {
      open = null;
    }
  }
}
