package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service knows is no key to the superuser of its database. */
class SuperuserTest {
  @TempDir Path temporary;
  private DataDirectory directory;
  private String password;
  private EmbeddedDatabase database;

  @BeforeEach
  void a_directory() throws IOException {
    directory = DataDirectory.held(temporary.resolve("data"));
    password = Secret.in(directory.password());
  }

  @AfterEach
  void stop() throws IOException {
    if (database != null) {
      database.stopAfterService();
    }
    directory.lock().release();
  }

  private String started() throws IOException {
    if (database != null) {
      database.stopAfterService();
    }
    // the library holds it for as long as its process, which here is that of all starts
    Files.deleteIfExists(directory.cluster().resolve("epg-lock"));
    database = new EmbeddedDatabase(directory, password);
    return database.start();
  }

  /** As a release before made it: one secret for both. */
  private void madeByAnEarlierRelease() throws IOException, SQLException {
    Files.copy(directory.password(), directory.superuser(), StandardCopyOption.REPLACE_EXISTING);
    EmbeddedPostgres postgres = PostgresCluster.started(directory, Superuser.ROLE, password);
    try (Connection connection = as(Superuser.ROLE, url(postgres.getPort(), "postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create role grappe login password '%s'".formatted(password));
      statement.execute("create database grappe owner grappe");
    }
    try (Connection connection = as("grappe", url(postgres.getPort(), "grappe"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 1 as n");
    }
    Files.delete(directory.superuser());
    new Postmaster(directory).stop();
  }

  private static String url(int port, String name) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  private Connection as(String role, String url) throws SQLException {
    return DriverManager.getConnection(url, role, password);
  }

  private void onlyTheServiceIsLetIn(String url) throws SQLException {
    try (Connection connection = as("grappe", url);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("show is_superuser")) {
      row.next();
      assertEquals("off", row.getString(1));
      assertThrows(
          SQLException.class, () -> connection.createStatement().execute("set role postgres"));
    }
    SQLException refused = assertThrows(SQLException.class, () -> as(Superuser.ROLE, url).close());
    assertEquals("28P01", refused.getSQLState());
  }

  /** Every text that the directory holds, but for PostgreSQL's own files. */
  private List<String> secrets() throws IOException {
    try (Stream<Path> files = Files.list(directory.root())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("superuser") && !name.endsWith(".apart"))
          .toList();
    }
  }

  @Test
  void a_new_database_has_a_superuser_whose_secret_nobody_keeps() throws Exception {
    onlyTheServiceIsLetIn(started());
    onlyTheServiceIsLetIn(started());
    assertEquals(List.of(), secrets());
  }

  @Test
  void one_that_an_earlier_release_made_gets_it_and_keeps_what_it_has() throws Exception {
    madeByAnEarlierRelease();
    String url = started();
    onlyTheServiceIsLetIn(url);
    // a stop between the new secret and the note of it
    Files.delete(directory.superuserApart());
    String again = started();
    onlyTheServiceIsLetIn(again);
    assertTrue(Files.exists(directory.superuserApart()));
    assertFalse(Files.exists(directory.superuser()));
    try (Connection connection = as("grappe", again);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select n from kept")) {
      assertTrue(row.next());
    }
  }
}
