package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a database that is already there, or is not. */
class ExternalDatabaseIT {
  private static final String PASSWORD = "a word to pass";
  @TempDir static Path databaseDirectory;
  private static EmbeddedPostgres database;
  @TempDir Path directory;

  @BeforeAll
  static void startDatabase() throws Exception {
    Path passwordFile = Files.writeString(databaseDirectory.resolve("password"), PASSWORD);
    database =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target/postgresql").toFile())
            .setDataDirectory(databaseDirectory.resolve("data"))
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", passwordFile.toString())
            .setConnectConfig("password", PASSWORD)
            .start();
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    database.close();
  }

  @Test
  void nothing_embedded_is_started_or_written() throws Exception {
    try (PackagedService service =
        PackagedService.in(directory, at("postgres", PASSWORD)).ready()) {
      given().get(service.api() + "/sources").then().statusCode(200);
      assertThat(service.output(), containsString("no GRAPPE_ADMIN_KEY"));
      List<String> before =
          service.output().lines().takeWhile(line -> !line.startsWith("Grappe listens")).toList();
      assertThat(before, hasItem(containsString("migrations carried out")));
      assertThat(before, hasSize(lessThan(8)));
      assertThat(Files.exists(service.data()), is(false));
    }
  }

  @Test
  void the_place_of_the_database_may_stand_in_a_file() throws Exception {
    Files.createDirectory(directory.resolve("config"));
    Files.writeString(
        directory.resolve("config/application.properties"),
        "quarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:%d/none".formatted(freePort()));
    refused(Map.of(), "cannot be reached");
  }

  @Test
  void a_database_out_of_reach_is_told_in_one_sentence() throws Exception {
    int port = freePort();
    String url = "jdbc:postgresql://127.0.0.1:%d/grappe?user=u&password=hidden".formatted(port);
    refused(
        Map.of("QUARKUS_DATASOURCE_JDBC_URL", url),
        "The database at 127.0.0.1:" + port + " cannot be reached");
  }

  @Test
  void a_wrong_password_is_told_in_one_sentence() throws Exception {
    refused(at("postgres", "hidden"), "does not let the user \"postgres\" in");
  }

  @Test
  void a_missing_database_is_told_in_one_sentence() throws Exception {
    refused(at("missing", PASSWORD), "has no database \"missing\"");
  }

  @Test
  void the_tables_of_an_earlier_grappe_are_refused_in_one_sentence() throws Exception {
    run("postgres", "create database earlier");
    run(
        "earlier",
        "create table flyway_schema_history as select '%s' as script"
            .formatted(EarlierSchema.FIRST_MIGRATION));
    refused(at("earlier", PASSWORD), "from before its first release");
  }

  @Test
  void an_unusable_key_is_told_in_one_sentence() throws Exception {
    mistyped(Map.of("GRAPPE_ADMIN_KEY", "hidden"), "GRAPPE_ADMIN_KEY must be 16 to 200");
  }

  @Test
  void a_contact_that_nobody_can_follow_is_told_in_one_sentence() throws Exception {
    for (String wrong :
        List.of("security@example.org", "http://example.org", "mailto:nobody", "tel:0199000000")) {
      mistyped(Map.of("GRAPPE_CONTACT", wrong), "GRAPPE_CONTACT must be mailto:");
    }
  }

  @Test
  void what_is_neither_true_nor_false_is_told_in_one_sentence() throws Exception {
    mistyped(
        Map.of("GRAPPE_DEMO", "maybe"), "GRAPPE_DEMO cannot be \"maybe\": it is true or false");
  }

  @Test
  void a_port_that_is_taken_is_told_in_one_sentence_before_anything_is_started() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      for (String variable : List.of("QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT")) {
        refused(Map.of(variable, port), "set " + variable);
      }
    }
  }

  @Test
  void the_sentence_is_in_the_language_of_who_starts_it() throws Exception {
    int port = freePort();
    refused(
        Map.of(
            "LC_ALL",
            "fr_FR.UTF-8",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://127.0.0.1:%d/grappe".formatted(port)),
        "La base de données à 127.0.0.1:" + port + " est injoignable");
  }

  private static void run(String name, String sql) throws SQLException {
    String url = at(name, PASSWORD).get("QUARKUS_DATASOURCE_JDBC_URL");
    try (Connection connection = DriverManager.getConnection(url, "postgres", PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void refused(Map<String, String> environment, String sentence) throws Exception {
    ended(1, environment, sentence);
  }

  private void mistyped(Map<String, String> environment, String sentence) throws Exception {
    ended(2, environment, sentence);
  }

  private void ended(int code, Map<String, String> environment, String sentence) throws Exception {
    PackagedService service = PackagedService.in(directory, environment);
    assertThat(service.ended(), is(code));
    assertThat(service.errors(), containsString(sentence));
    assertThat(service.errors(), endsWith("." + System.lineSeparator()));
    assertThat(service.errors().lines().count(), is(1L));
    assertThat(service.errors(), not(containsString("hidden")));
    assertThat(service.output(), is(""));
    assertThat(Files.exists(service.data()), is(false));
  }

  private static Map<String, String> at(String name, String password) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/" + name,
        "QUARKUS_DATASOURCE_USERNAME",
        "postgres",
        "QUARKUS_DATASOURCE_PASSWORD",
        password);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
