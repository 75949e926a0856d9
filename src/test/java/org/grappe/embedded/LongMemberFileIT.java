package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long file of members goes into a service with a heap of 256 MiB. {@code
 * -Dmembers.lines=1000000} has it take the million that it is built for.
 */
class LongMemberFileIT {
  private static final int LINES = Integer.getInteger("members.lines", 25_000);
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final Map<String, String> SMALL = Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m");
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path directory;

  private Path file() throws IOException {
    Path file = directory.resolve("members.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(Members.HEADER);
      for (int n = 0; n < LINES; n++) {
        out.write(Members.line(20_000_000, n));
      }
    }
    return file;
  }

  private static RequestSpecification admin(PackagedService service) throws Exception {
    return given().header("Authorization", "Bearer " + service.secret("admin-key"));
  }

  /** A cluster founded before anybody joined. */
  private static String cluster(PackagedService service) throws Exception {
    return admin(service)
        .contentType("application/json")
        .body(Map.of("slug", "long", "name", "Long", "region", "76", "foundedOn", "2015"))
        .post(service.api() + "/clusters")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String send(PackagedService service, Path file) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.api() + "/memberships/csv?cluster=long"))
            .header("Authorization", "Bearer " + service.secret("admin-key"))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer.body());
    return "/imports/" + JsonPath.from(answer.body()).getString("id");
  }

  private static JsonPath told(PackagedService service, String path) throws Exception {
    return admin(service).get(service.api() + path).jsonPath();
  }

  private static JsonPath ended(PackagedService service, String path) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonPath told = told(service, path);
    while (List.of("WAITING", "RUNNING").contains(told.getString("status"))) {
      assertTrue(Instant.now().isBefore(end), told.prettify());
      Thread.sleep(200);
      told = told(service, path);
    }
    return told;
  }

  private static int members(PackagedService service, String cluster) throws Exception {
    return told(service, "/memberships?limit=1&count=true&cluster=" + cluster).getInt("total");
  }

  @Test
  void all_of_them_belong_to_the_cluster_and_the_same_file_again_changes_nothing()
      throws Exception {
    Path file = file();
    try (PackagedService service = PackagedService.in(directory, SMALL).ready()) {
      String cluster = cluster(service);
      JsonPath told = ended(service, send(service, file));
      assertEquals("COMPLETED", told.getString("status"), told.prettify());
      assertEquals("MEMBERS", told.getString("kind"));
      assertEquals(LINES, told.getInt("report.made"));
      assertEquals(LINES, members(service, cluster));
      assertEquals(LINES, ended(service, send(service, file)).getInt("report.unchanged"));
    }
  }

  @Test
  void an_import_that_is_killed_has_failed_and_made_nothing() throws Exception {
    Path file = file();
    String path;
    String cluster;
    PackagedService service = PackagedService.in(directory, SMALL).ready();
    cluster = cluster(service);
    path = send(service, file);
    Instant end = Instant.now().plus(PATIENCE);
    while (told(service, path).getInt("made") == 0) {
      assertTrue(Instant.now().isBefore(end));
      Thread.sleep(20);
    }
    service.killed();
    try (PackagedService again = PackagedService.in(directory, SMALL).ready()) {
      assertEquals("FAILED", ended(again, path).getString("status"));
      assertEquals(0, members(again, cluster));
    }
  }
}
