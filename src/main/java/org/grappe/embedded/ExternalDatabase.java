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
      throw new Refusal(
          "QUARKUS_DATASOURCE_JDBC_URL must look like jdbc:postgresql://host:5432/database.");
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
        throw refusal(
            "is PostgreSQL %s, but Grappe needs %d or newer"
                .formatted(database.getDatabaseProductVersion(), OLDEST));
      }
      if (EarlierSchema.isIn(connection)) {
        throw refusal(
            "holds the tables of a Grappe from before its first release, which this one does not"
                + " take over: name an empty database in QUARKUS_DATASOURCE_JDBC_URL");
      }
    } catch (SQLException refused) {
      throw refusal(reason(refused));
    }
  }

  private Refusal refusal(String what) {
    return new Refusal("The database at " + address() + " " + what + ".");
  }

  private String reason(SQLException refused) {
    return switch (String.valueOf(refused.getSQLState())) {
      case "08001" -> "cannot be reached: " + cause(refused);
      case "28000", "28P01" ->
          "does not let the user \"%s\" in: check QUARKUS_DATASOURCE_USERNAME and _PASSWORD"
              .formatted(parsed.getProperty("user"));
      case "3D000" -> "has no database \"%s\"".formatted(parsed.getProperty("PGDBNAME"));
      default -> "refuses the connection: " + firstLine(refused.getMessage());
    };
  }

  private static String cause(SQLException refused) {
    if (refused.getCause() instanceof UnknownHostException) {
      return "there is no such host";
    }
    Throwable teller = refused.getCause() == null ? refused : refused.getCause();
    return firstLine(String.valueOf(teller.getMessage()));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
