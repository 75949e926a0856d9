package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** The configured database, for who works on it beside the service, or instead of it. */
public final class Database implements AutoCloseable {
  private final String place;
  private final String url;
  private final Properties properties;
  private final Runnable end;

  private Database(String place, String url, Properties properties, Runnable end) {
    this.place = place;
    this.url = url;
    this.properties = properties;
    this.end = end;
  }

  /**
   * That of a service, whether it runs or not; one of its own is started for as long as this is
   * open.
   *
   * @throws Refusal where it cannot be worked with
   */
  public static Database beside() {
    Settings settings = Settings.read();
    if (settings.jdbcUrl().isPresent()) {
      return external(settings);
    }
    Path data = settings.dataDirectory().toAbsolutePath();
    if (Files.notExists(data.resolve("postgresql"))) {
      throw new Refusal("start.no-database", data);
    }
    Optional<DataDirectory> free = DataDirectory.free(data);
    return free.isPresent() ? started(free.get()) : running(data);
  }

  /**
   * That of a service which is not running; one of its own is made where there is none yet.
   *
   * @throws Refusal where it cannot be worked with, or is held by a service
   */
  public static Database alone() {
    Settings settings = Settings.read();
    return settings.jdbcUrl().isPresent()
        ? external(settings)
        : started(DataDirectory.held(settings.dataDirectory()));
  }

  /** Where it is, for people. */
  public String place() {
    return place;
  }

  /** A connection of its own. */
  public Connection connect() throws SQLException {
    return new Driver().connect(url, properties);
  }

  /** The same for those who make connections themselves. */
  public PGSimpleDataSource source() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    for (String name : properties.stringPropertyNames()) {
      source.setProperty(name, properties.getProperty(name));
    }
    return source;
  }

  @Override
  public void close() {
    end.run();
  }

  private static Database external(Settings settings) {
    ExternalDatabase external = ExternalDatabase.of(settings);
    external.check();
    return new Database(
        external.place(), settings.jdbcUrl().orElseThrow(), external.unhurried(), () -> {});
  }

  private static Database started(DataDirectory directory) {
    EmbeddedStart.refuseRootWithoutUnshare();
    try {
      String password = Secret.in(directory.password());
      EmbeddedDatabase database = new EmbeddedDatabase(directory, password);
      Runtime.getRuntime().addShutdownHook(new Thread(database::stopAfterService, "database-stop"));
      String url = database.start();
      return new Database(
          directory.root().toString(), url, own(password), database::stopAfterService);
    } catch (IOException unusable) {
      throw Refusal.unusable(directory.root(), unusable);
    }
  }

  /** PostgreSQL notes its port in the fourth line of this file. */
  private static Database running(Path data) {
    try {
      String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
      String password = Files.readString(data.resolve("postgresql-password")).strip();
      String url = EmbeddedDatabase.url(Integer.parseInt(port));
      return new Database(data.toString(), url, own(password), () -> {});
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException startingOrEnding) {
      throw new Refusal("start.in-between", data);
    }
  }

  private static Properties own(String password) {
    Properties properties = new Properties();
    properties.setProperty("user", EmbeddedDatabase.ROLE);
    properties.setProperty("password", password);
    return properties;
  }
}
