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
import java.util.function.IntFunction;

/** A file so long that it goes on as an import, sent to a service with a heap of 256 MiB. */
final class LongFile {
  static final Map<String, String> SMALL = Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m");

  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final List<String> GOING_ON = List.of("WAITING", "RUNNING");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path file;
  private final String address;

  /**
   * Writes it.
   *
   * @param address where it is sent to
   * @param lines how many follow the header
   */
  LongFile(Path directory, String address, String header, int lines, IntFunction<String> line)
      throws IOException {
    this.file = directory.resolve("long.csv");
    this.address = address;
    try (var out = Files.newBufferedWriter(file)) {
      out.write(header);
      for (int n = 0; n < lines; n++) {
        out.write(line.apply(n));
      }
    }
  }

  static RequestSpecification admin(PackagedService service) throws Exception {
    return given().header("Authorization", "Bearer " + service.secret("admin-key"));
  }

  static JsonPath told(PackagedService service, String path) throws Exception {
    return admin(service).get(service.api() + path).jsonPath();
  }

  /** The address of the import. */
  String send(PackagedService service) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.api() + address))
            .header("Authorization", "Bearer " + service.secret("admin-key"))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer.body());
    return "/imports/" + JsonPath.from(answer.body()).getString("id");
  }

  static JsonPath ended(PackagedService service, String path) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonPath told = told(service, path);
    while (GOING_ON.contains(told.getString("status"))) {
      assertTrue(Instant.now().isBefore(end), told.prettify());
      Thread.sleep(200);
      told = told(service, path);
    }
    return told;
  }

  /** Taken to its end. */
  JsonPath imported(PackagedService service) throws Exception {
    Instant begun = Instant.now();
    JsonPath told = ended(service, send(service));
    assertEquals("COMPLETED", told.getString("status"), told.prettify());
    System.out.printf(
        "%s: %d ms, at most %d MiB of memory%n",
        address, Duration.between(begun, Instant.now()).toMillis(), service.mostMemory() >> 20);
    return told;
  }

  /** Sent to a service that is killed when something was made: the address of the import. */
  String killedOnTheWay(PackagedService service) throws Exception {
    String path = send(service);
    Instant end = Instant.now().plus(PATIENCE);
    while (told(service, path).getInt("made") == 0) {
      assertTrue(Instant.now().isBefore(end));
      Thread.sleep(20);
    }
    service.killed();
    return path;
  }
}
