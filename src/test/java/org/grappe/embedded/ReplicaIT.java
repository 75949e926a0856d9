package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that reads a replica which has not come as far as the primary. */
@Thorough
class ReplicaIT {
  @TempDir Path directory;

  @Test
  void a_place_it_has_not_reached_is_one_to_come_back_for() throws Exception {
    Path primary = directory.resolve("primary");
    Path replica = directory.resolve("replica");
    EmbeddedPostgres first = server(primary).start();
    PackagedService before = service(first, "before");
    Instances writer = new Instances(List.of(before.api()), OwnDatabase.KEY);
    organisation(writer);
    String known = place(writer);
    before.close();
    first.close();
    copy(primary, replica);
    try (EmbeddedPostgres again = server(primary).start();
        PackagedService writing = service(again, "writing")) {
      writer = new Instances(List.of(writing.api()), OwnDatabase.KEY);
      organisation(writer);
      String ahead = place(writer);
      // it gets no more of the primary's than it has: as one that lags behind
      Files.createFile(replica.resolve("standby.signal"));
      try (EmbeddedPostgres behind = server(replica).start();
          PackagedService reading = service(behind, "reading")) {
        Instances reader = new Instances(List.of(reading.api()), OwnDatabase.KEY);
        assertEquals(200, reader.status("/changes?after=" + known), reading::logged);
        HttpResponse<String> answer = reader.get("/changes?after=" + ahead);
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        assertEquals(200, reader.status("/organisations"), reading::logged);
        assertEquals(200, reader.status("/export"), reading::logged);
        HttpResponse<String> written =
            reader.ask(
                "POST",
                "/organisations",
                "application/json",
                "{\"name\":\"O\",\"kind\":\"COMPANY\"}");
        assertEquals(503, written.statusCode(), reading::logged);
      }
    }
  }

  private static String place(Instances instance) {
    return OpenApi.json(instance.text("/changes?after=now")).path("nextCursor").asText();
  }

  private static void organisation(Instances instance) {
    assertTrue(instance.make("/organisations", "{\"name\":\"O\",\"kind\":\"COMPANY\"}") != null);
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
