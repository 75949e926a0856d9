package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that reads a replica which has not come as far as the primary. */
@Thorough
class ReplicaIT {
  private static final Pattern TROUBLE = Pattern.compile("ERROR|WARN|Exception");

  /** By then the timer that writes most often has come three times. */
  private static final Duration QUIET = Duration.ofSeconds(20);

  @TempDir Path directory;

  /** What is erased once more as soon as somebody may write: by a timer, every five seconds. */
  private static final String ERASURE =
      "insert into repeated_erasures (id, person, at) values (gen_random_uuid(), 'Nobody Atall', now())";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void it_is_read_by_everybody_writes_nothing_and_works_once_it_is_promoted() throws Exception {
    Path primary = directory.resolve("primary");
    Path replica = directory.resolve("replica");
    EmbeddedPostgres first = server(primary).start();
    PackagedService before = service(first, "before");
    Instances writer = new Instances(List.of(before.api()), OwnDatabase.KEY);
    String known = written(writer);
    List<String> keys = keys(writer);
    before.close();
    run(first, ERASURE);
    first.close();
    copy(primary, replica);
    String ahead;
    try (EmbeddedPostgres again = server(primary).start();
        PackagedService writing = service(again, "writing")) {
      ahead = written(new Instances(List.of(writing.api()), OwnDatabase.KEY));
    }
    // it gets no more of the primary's than it has: as one that lags behind
    Files.createFile(replica.resolve("standby.signal"));
    try (EmbeddedPostgres behind = server(replica).start();
        PackagedService reading = service(behind, "reading")) {
      Instances reader = new Instances(List.of(reading.api()), OwnDatabase.KEY);
      assertEquals(200, reader.status("/changes?after=" + known), reading::logged);
      HttpResponse<String> answer = reader.get("/changes?after=" + ahead);
      assertEquals(503, answer.statusCode(), answer.body());
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      long end = System.nanoTime() + QUIET.toNanos();
      do {
        for (String key : keys) {
          isRead(reading, key, known);
          isWaitedFor(reading, key);
        }
        isRead(reading, OwnDatabase.KEY, known);
        String then = "/organisations?knownAt=" + Instant.now().minusSeconds(1);
        assertEquals(200, get(reading, then, keys.get(0)).statusCode(), reading::logged);
      } while (System.nanoTime() < end);
      assertEquals(503, organisation(reader).statusCode(), reading::logged);
      assertFalse(TROUBLE.matcher(reading.logged()).find(), reading::logged);
      assertEquals("1", text(behind, "select count(*) from repeated_erasures"));

      assertEquals("t", text(behind, "select pg_promote()"));
      assertEquals(201, organisation(reader).statusCode(), reading::logged);
      isRead(reading, keys.get(0), known);
      assertEquals("1", text(behind, "select count(*) from credential_uses"));
      end = System.nanoTime() + QUIET.toNanos();
      while (!text(behind, "select count(*) from repeated_erasures").equals("0")) {
        assertTrue(System.nanoTime() < end, reading::logged);
        Thread.sleep(200);
      }
    }
  }

  private void isRead(PackagedService service, String key, String place) throws Exception {
    for (String path :
        List.of("/organisations", "/clusters.csv", "/export", "/changes?after=" + place)) {
      HttpResponse<String> answer = get(service, path, key);
      assertEquals(200, answer.statusCode(), () -> path + answer.body() + service.logged());
    }
  }

  /** Whoever waits is asked about before he is told anything. */
  private void isWaitedFor(PackagedService service, String key) throws Exception {
    String now = get(service, "/changes?after=now", key).body();
    String next = OpenApi.json(now).path("nextCursor").asText();
    HttpResponse<String> late = get(service, "/changes?wait=1&after=" + next, key);
    assertEquals(200, late.statusCode(), service::logged);
  }

  private HttpResponse<String> get(PackagedService service, String path, String key)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.api() + path))
            .header("Authorization", "Bearer " + key)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** A key of each role, which nobody has used yet. */
  private static List<String> keys(Instances instance) {
    String cluster =
        instance.make("/clusters", "{\"name\":\"C\",\"slug\":\"cl\",\"region\":\"76\"}");
    List<String> keys = new ArrayList<>();
    for (String role : List.of("ADMIN", "EDITOR", "PARTNER")) {
      String clusters = role.equals("EDITOR") ? '"' + cluster + '"' : "";
      HttpResponse<String> made =
          instance.ask(
              "POST",
              "/credentials",
              "application/json",
              "{\"name\":\"K\",\"role\":\"%s\",\"clusters\":[%s]}".formatted(role, clusters));
      assertEquals(201, made.statusCode(), made.body());
      keys.add(OpenApi.json(made.body()).path("secret").asText());
    }
    return keys;
  }

  /** The place behind a record that is written now. */
  private static String written(Instances instance) {
    assertEquals(201, organisation(instance).statusCode());
    return OpenApi.json(instance.text("/changes?after=now")).path("nextCursor").asText();
  }

  private static HttpResponse<String> organisation(Instances instance) {
    return instance.ask(
        "POST", "/organisations", "application/json", "{\"name\":\"O\",\"kind\":\"COMPANY\"}");
  }

  private static void run(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static EmbeddedPostgres.Builder server(Path data) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(Path.of("target/postgresql").toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false);
  }

  private PackagedService service(EmbeddedPostgres server, String name) throws Exception {
    return PackagedService.in(
            Files.createDirectories(directory.resolve(name)),
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", server.getJdbcUrl("postgres", "postgres"),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "GRAPPE_DEMO", "false",
                "GRAPPE_ADMIN_KEY", OwnDatabase.KEY))
        .ready();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path copy = to.resolve(from.relativize(one));
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(one, copy);
        }
      }
    }
    Files.setPosixFilePermissions(
        to, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
  }
}
