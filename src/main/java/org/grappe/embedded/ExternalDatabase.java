package org.grappe.embedded;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The configured database, tried once before the service starts: there, an unreachable one would
 * end in a stack trace.
 */
final class ExternalDatabase {
  private static final String PATIENCE_IN_SECONDS = "5";
  private static final int OLDEST = 15;
  private final String url;
  private final Properties given;
  private final Properties parsed;

  private ExternalDatabase(String url, Properties given, Properties parsed) {
    this.url = url;
    this.given = given;
    this.parsed = parsed;
  }

  static ExternalDatabase of(Settings settings) {
    Properties given = new Properties();
    given.setProperty("connectTimeout", PATIENCE_IN_SECONDS);
    given.setProperty("socketTimeout", PATIENCE_IN_SECONDS);
    settings.connectionProperties().forEach(given::setProperty);
    settings.username().ifPresent(name -> given.setProperty("user", name));
    settings.password().ifPresent(password -> given.setProperty("password", password));
    String url = settings.jdbcUrl().orElseThrow();
    Properties parsed = Driver.parseURL(url, given);
    if (parsed == null) {
      throw new Refusal("start.jdbc-url");
    }
    return new ExternalDatabase(url, given, parsed);
  }

  /** Where it is, without any credentials that the URL may hold. */
  String address() {
    return parsed.getProperty("PGHOST") + ":" + parsed.getProperty("PGPORT");
  }

  /** The same with the name of the database: a server may have a registry of trials, too. */
  String place() {
    return address() + "/" + parsed.getProperty("PGDBNAME", "");
  }

  /** What connections are told that may take as long as they take. */
  Properties unhurried() {
    Properties properties = new Properties();
    given.stringPropertyNames().stream()
        .filter(name -> !name.equals("socketTimeout") && !name.equals("options"))
        .filter(name -> !name.equals("ApplicationName"))
        .forEach(name -> properties.setProperty(name, given.getProperty(name)));
    return properties;
  }

  void check() {
    try (Connection connection = new Driver().connect(url, given)) {
      DatabaseMetaData database = connection.getMetaData();
      if (database.getDatabaseMajorVersion() < OLDEST) {
        throw new Refusal(
            "start.database-old", address(), database.getDatabaseProductVersion(), OLDEST);
      }
      if (EarlierSchema.isIn(connection)) {
        throw new Refusal("start.database-earlier", address());
      }
    } catch (SQLException refused) {
      throw refusal(refused);
    }
  }

  private Refusal refusal(SQLException refused) {
    return switch (String.valueOf(refused.getSQLState())) {
      case "08001" -> unreachable(refused.getCause() == null ? refused : refused.getCause());
      case "28000", "28P01" ->
          new Refusal("start.database-user", address(), parsed.getProperty("user"));
      case "3D000" ->
          new Refusal("start.database-missing", address(), parsed.getProperty("PGDBNAME"));
      default -> new Refusal("start.database-refuses", address(), firstLine(refused.getMessage()));
    };
  }

  private Refusal unreachable(Throwable cause) {
    return cause instanceof UnknownHostException
        ? new Refusal("start.database-no-host", address())
        : new Refusal(
            "start.database-unreachable", address(), firstLine(String.valueOf(cause.getMessage())));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
