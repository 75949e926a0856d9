package org.grappe.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.grappe.testing.OpenApi;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back while the service runs. */
@Thorough
class DatabaseOutageIT {
  private static final String KEY = "a-key-for-the-tests-alone";

  /** Each waits a while for a connection that doesn't come. */
  private static final int ASKED_AT_ONCE = 8;

  @TempDir Path database;
  @TempDir Path directory;

  private EmbeddedPostgres postgres(int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target/postgresql").toFile())
            .setDataDirectory(database.resolve("data"))
            .setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  @Test
  void readiness_and_every_answer_say_so_and_all_is_well_afterwards() throws Exception {
    EmbeddedPostgres postgres = postgres(0);
    int port = postgres.getPort();
    Map<String, String> settings =
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            postgres.getJdbcUrl("postgres", "postgres"),
            "QUARKUS_DATASOURCE_USERNAME",
            "postgres",
            "QUARKUS_DATASOURCE_PASSWORD",
            "postgres",
            "GRAPPE_ADMIN_KEY",
            KEY);
    try (PackagedService service = PackagedService.in(directory, settings).ready()) {
      String api = service.api();
      String root = service.management();
      becomes(200, () -> given().get(root + "/q/health/ready").statusCode());
      OpenApi document = OpenApi.of(given().get(api.replace("/api/v1", "/openapi?format=json")));
      becomes(
          1, () -> given().get(api + "/regions").header("Cache-Status").contains("hit") ? 1 : 0);
      String place = given().get(api + "/changes?after=now").path("nextCursor");
      var waiting =
          CompletableFuture.supplyAsync(
              () -> given().get(api + "/changes?wait=5&after=" + place).statusCode());
      Thread.sleep(1_000);
      postgres.close();
      assertEquals(503, waiting.get(15, TimeUnit.SECONDS), "who waits is told in his time");
      becomes(503, () -> given().get(root + "/q/health/ready").statusCode());
      given().get(root + "/q/health/live").then().statusCode(200);
      given()
          .get(api + "/regions")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", notNullValue())
          .body("type", equalTo("/problems/unavailable"));
      assertEquals(List.of(), surprises(document, api.replace("/api/v1", "")));
      try (EmbeddedPostgres again = postgres(port)) {
        becomes(200, () -> given().get(api + "/regions").statusCode());
        becomes(200, () -> given().get(root + "/q/health/ready").statusCode());
        assertEquals(port, again.getPort());
      }
    }
  }

  /** The operations that answer anything else; those that ask the database nothing are left out. */
  private static List<String> surprises(OpenApi document, String root) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(ASKED_AT_ONCE);
    try {
      List<Future<Optional<String>>> told =
          document
              .operations()
              .filter(operation -> operation.path().startsWith("/api/v1/"))
              .map(operation -> threads.submit(() -> surprise(document, root, operation)))
              .toList();
      List<String> surprises = new ArrayList<>();
      for (Future<Optional<String>> one : told) {
        one.get().ifPresent(surprises::add);
      }
      return surprises;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Optional<String> surprise(
      OpenApi document, String root, OpenApi.Operation operation) {
    RequestSpecification request =
        given().header("Authorization", "Bearer " + KEY).header("If-Match", "*");
    document
        .content(operation.node().path("requestBody"))
        .findFirst()
        .ifPresent(
            content ->
                request
                    .contentType(content.getKey())
                    .body(
                        document
                            .examples(content.getValue())
                            .findFirst()
                            .map(one -> one.isTextual() ? one.asText() : one.toString())
                            .orElse("{}")));
    document
        .parameters(operation)
        .filter(one -> one.path("in").asText().equals("query"))
        .filter(one -> one.path("required").asBoolean())
        .forEach(
            one -> request.queryParam(one.path("name").asText(), one.path("example").asText()));
    Response answer = request.request(operation.method(), root + document.address(operation));
    return answer.statusCode() == 503 && answer.header("Retry-After") != null
        ? Optional.empty()
        : Optional.of(operation + ": " + answer.statusCode() + " " + answer.asString());
  }

  private static void becomes(int status, IntSupplier asked) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    int last = asked.getAsInt();
    while (last != status && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      last = asked.getAsInt();
    }
    assertEquals(status, last);
  }
}
