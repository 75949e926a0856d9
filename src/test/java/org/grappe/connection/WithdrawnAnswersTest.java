package org.grappe.connection;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.anEvent;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.Client;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.SlowReader;
import org.junit.jupiter.api.Test;

/** What was answered before a name was taken out, and lies on its way, does not arrive after. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class WithdrawnAnswersTest {
  private static final String EVENTS = "text/event-stream";

  /** What is shorter may be in the reader's own buffer. */
  private static final int LONG = 200_000;

  @Inject DataSource database;

  private record Asked(String address, String type) {}

  private static void erase() {
    post("/people/erasure", Map.of("person", "Nobody " + unique("Whatever"))).statusCode(200);
  }

  private static void fill() {
    String host = make("/clusters", aCluster());
    for (int i = 0; i < 80; i++) {
      make("/sources", with(aSource(), "remarks", "x".repeat(4_000)));
      make(
          "/events",
          with(anEvent(host), "startsOn", "2030-01-08", "description", "x".repeat(4_000)));
    }
  }

  /** All that anybody can ask for without knowing a record, in all its forms, as far as it goes. */
  private static Stream<Asked> all(String from) {
    OpenApi api = OpenApi.served();
    return api.gets()
        .filter(operation -> operation.node().path("security").isEmpty())
        .filter(operation -> operation.path().startsWith("/api/v1"))
        .filter(operation -> operation.path().indexOf('{') < 0)
        .flatMap(
            operation ->
                api.content(operation.node().at("/responses/200"))
                    .map(content -> new Asked(address(operation, from), content.getKey())));
  }

  private static String address(Operation operation, String from) {
    boolean isLimited =
        OpenApi.items(operation.node().path("parameters"))
            .anyMatch(parameter -> parameter.path("name").asText().equals("limit"));
    boolean isFeed = operation.path().endsWith("/changes");
    return operation.path()
        + (isLimited ? "?limit=200" : "")
        + (isFeed ? "&embed=record&after=" + from : "");
  }

  /** As long as it is where it is read at once; one that does not end is as long as its page. */
  private static long length(Asked asked) {
    return anyone()
        .basePath("")
        .urlEncodingEnabled(false)
        .header("Accept-Encoding", "identity")
        .accept(asked.type().equals(EVENTS) ? "application/json" : asked.type())
        .get(asked.address())
        .asByteArray()
        .length;
  }

  @Test
  void nothing_more_arrives_of_any_long_answer() throws Exception {
    String from = anyone().get("/changes?after=now").path("nextCursor");
    fill();
    Map<Asked, Long> asked = new LinkedHashMap<>();
    all(from)
        .forEach(
            one -> {
              long length = length(one);
              if (length > LONG) {
                asked.put(one, length);
              }
            });
    List<String> types =
        List.copyOf(new TreeSet<>(asked.keySet().stream().map(Asked::type).toList()));
    assertTrue(
        types.containsAll(
            List.of(
                "application/json", "application/x-ndjson", "text/calendar", "text/csv", EVENTS)),
        types + "");
    Map<Asked, SlowReader> readers = new LinkedHashMap<>();
    for (Asked one : asked.keySet()) {
      readers.put(one, new SlowReader(1 << 12, one.address(), "Accept: " + one.type()));
    }
    // by then all is sent, as far as the service knows
    Thread.sleep(1_000);
    erase();
    List<String> faults = new ArrayList<>();
    for (Map.Entry<Asked, SlowReader> one : readers.entrySet()) {
      try (SlowReader reader = one.getValue()) {
        assertEquals(200, reader.status(), one.getKey() + "");
        long arrived = reader.untilReset();
        if (arrived > asked.get(one.getKey()) / 2) {
          faults.add(one.getKey() + " " + arrived);
        }
      } catch (IOException whole) {
        faults.add(one.getKey() + " " + whole.getMessage());
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  /** An erasure by another instance, as far as this one can tell. */
  private void eraseElsewhere() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement other = connection.createStatement()) {
      other.execute(
          "insert into erasures (id, at, by, report) values (uuidv7(), now(), '{}', '{}')");
    }
  }

  @Test
  void what_is_asked_for_after_another_instance_has_erased_is_read_to_its_end() throws Exception {
    String sources = "/api/v1/sources?limit=200&updatedSince=" + Instant.now();
    fill();
    Asked asked = new Asked(sources, "application/json");
    long length = length(asked);
    assertTrue(length > LONG, length + "");
    // nothing is open after that
    erase();
    Thread.sleep(1_000);
    eraseElsewhere();
    Thread.sleep(3_000);
    try (SlowReader innocent =
        new SlowReader(1 << 12, sources, "Accept: application/json", "Connection: close")) {
      Thread.sleep(1_000);
      assertEquals(innocent.length(), innocent.rest());
    }
    try (SlowReader guilty = new SlowReader(1 << 12, sources, "Accept: application/json")) {
      Thread.sleep(500);
      eraseElsewhere();
      Thread.sleep(1_000);
      assertTrue(guilty.untilReset() < length / 2);
    }
  }

  @Test
  void who_has_read_all_of_it_or_waits_asks_on() throws Exception {
    String[] request = {"GET /api/v1/regions/76 HTTP/1.1", "Host: localhost"};
    String after = anyone().get("/changes?after=now").path("nextCursor");
    try (Client read = new Client();
        Client waiting = new Client()) {
      read.head(request);
      assertEquals(200, read.answer(true).status());
      waiting.head(
          "GET /api/v1/changes?types=source&wait=30&after=" + after + " HTTP/1.1",
          "Host: localhost");
      Thread.sleep(500);
      erase();
      read.head(request);
      assertEquals(200, read.answer(true).status());
      make("/sources", aSource());
      assertEquals(200, waiting.answer(true).status());
    }
    admin().get("/regions/76").then().statusCode(200);
  }
}
