package org.grappe.change;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.anOrganisation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Changes as a browser's {@code EventSource} reads them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class EventStreamTest {
  @TestHTTPResource("/")
  URI service;

  @Inject DataSource database;

  /** One who reads, as the standard says: events have an id, data where they are items. */
  private static final class Reader implements AutoCloseable {
    private final BufferedReader lines;
    private final String type;
    private String id;
    private boolean commented;

    Reader(URI service, String query, String lastEvent) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(service.resolve("/api/v1/changes" + query))
              .header("Accept", "text/event-stream");
      if (lastEvent != null) {
        request.header("Last-Event-ID", lastEvent);
      }
      HttpResponse<java.io.InputStream> answer =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(200, answer.statusCode());
      type = answer.headers().firstValue("Content-Type").orElseThrow();
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The next item, however long it takes; comments and places are gone past. */
    JsonNode next() {
      try {
        String data = null;
        while (true) {
          String line = lines.readLine();
          if (line == null) {
            throw new IllegalStateException("ended");
          }
          if (line.startsWith(":")) {
            commented = true;
          } else if (line.startsWith("id: ")) {
            id = line.substring(4);
          } else if (line.startsWith("data: ")) {
            data = line.substring(6);
          } else if (line.isEmpty() && data != null) {
            return OpenApi.json(data);
          }
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  private static String now() {
    return anyone().get("/changes?after=now").path("nextCursor");
  }

  @Test
  void items_come_as_they_are_written_and_the_last_ones_id_goes_on() throws Exception {
    String from = now();
    String before = make("/organisations", anOrganisation());
    String last;
    try (Reader reader = new Reader(service, "?after=" + from, null)) {
      assertTrue(reader.type.startsWith("text/event-stream"), reader.type);
      assertEquals(before, reader.next().path("id").asText(), "what there is already");
      CompletableFuture<JsonNode> coming = CompletableFuture.supplyAsync(reader::next);
      Thread.sleep(300);
      aKey("PARTNER");
      Thread.sleep(300);
      assertFalse(coming.isDone(), "what is not for him is not told");
      String later = make("/organisations", anOrganisation());
      JsonNode item = coming.get(10, TimeUnit.SECONDS);
      assertEquals(later, item.path("id").asText());
      assertEquals(item.path("cursor").asText(), reader.id);
      assertTrue(reader.commented, "the place is told");
      last = reader.id;
    }
    String meanwhile = make("/organisations", anOrganisation());
    try (Reader reader = new Reader(service, "?after=" + from, last)) {
      assertEquals(meanwhile, reader.next().path("id").asText(), "goes on after the last one");
    }
  }

  @Test
  void it_has_the_filters_of_a_page() throws Exception {
    String from = now();
    make("/organisations", anOrganisation());
    String source = make("/sources", org.grappe.testing.Records.aSource());
    try (Reader reader = new Reader(service, "?types=SOURCE&after=" + from, null)) {
      assertEquals(source, reader.next().path("id").asText());
    }
  }

  @Test
  void a_place_that_is_gone_is_told_before_it_begins() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/v1/changes"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", "A".repeat(90))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(410, answer.statusCode());
    assertEquals("/problems/cursor-gone", OpenApi.json(answer.body()).path("type").asText());
  }

  /** As while the database is away: what lies between gives up those who say nothing for long. */
  @Test
  void it_goes_on_while_nobody_knows_how_far_things_are() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/v1/changes?after=" + now()))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
    try (Connection other = database.getConnection();
        Statement lock = other.createStatement();
        Stream<String> lines = answer.body()) {
      other.setAutoCommit(false);
      lock.execute("lock table head in access exclusive mode");
      CompletableFuture<Boolean> sign =
          CompletableFuture.supplyAsync(() -> lines.anyMatch(":"::equals));
      assertTrue(sign.get(30, TimeUnit.SECONDS));
      other.rollback();
    }
  }
}
