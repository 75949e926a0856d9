package org.grappe.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.ErrorLog;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RawHttp;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, spellings of paths and frames that nothing here knows. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RequestHeadTest {
  @Inject HttpServer server;

  private static final String HOST = "Host: localhost";

  private static final String[] PAGES = {
    "/openapi", "/docs/", "/docs/page.js", "/docs/licences.txt", "/problems/not-found"
  };

  @Test
  void a_method_that_nobody_knows_is_501_on_every_path() {
    OpenApi api = OpenApi.served();
    List<String> surprises = new ArrayList<>();
    api.operations()
        .map(api::address)
        .distinct()
        .forEach(
            path -> {
              RawHttp.Answer answer = RawHttp.send("FOO " + path + " HTTP/1.1", HOST);
              if (!answer.isProblem(501, "not-implemented")) {
                surprises.add(path + answer);
              }
            });
    assertEquals(List.of(), surprises);
    for (String method : new String[] {"get", "PROPFIND", "BREW", "A".repeat(300)}) {
      assertTrue(
          RawHttp.send(method + " / HTTP/1.1", HOST).isProblem(501, "not-implemented"), method);
    }
  }

  @Test
  void what_a_caller_makes_up_is_no_series_of_its_own() {
    RawHttp.send("ZZTOP /api/v1/regions HTTP/1.1", HOST);
    RawHttp.send("GET /api/v1/made%up-path HTTP/1.1", HOST);
    RawHttp.send("DELETE /api/v1/clusters/made-up-cluster HTTP/1.1", HOST);
    RawHttp.send("GET made-up-target HTTP/1.1", HOST);
    String management = "http://127.0.0.1:" + server.getManagementPort();
    String metrics = given().get(management + "/q/metrics").asString();
    assertTrue(metrics.contains("uri=\"/api/v1/clusters/{cluster}\""), metrics);
    assertFalse(metrics.contains("ZZTOP"), metrics);
    assertFalse(metrics.contains("made"), metrics);
  }

  @Test
  void only_one_spelling_of_every_path_is_served() {
    OpenApi api = OpenApi.served();
    List<String> surprises = new ArrayList<>();
    Stream.concat(api.gets().map(api::address), Stream.of(PAGES))
        .forEach(
            path -> {
              for (String other : spellings(path)) {
                RawHttp.Answer answer = RawHttp.send("GET " + other + " HTTP/1.1", HOST);
                if (!answer.isProblem(404, "not-found") || answer.header("RateLimit").isPresent()) {
                  surprises.add(other + answer);
                }
              }
            });
    assertEquals(List.of(), surprises);
  }

  @Test
  void the_document_and_its_pages_are_there_and_count_for_the_caller() {
    for (String page : PAGES) {
      RawHttp.Answer answer = RawHttp.send("GET " + page + " HTTP/1.1", HOST);
      assertEquals(200, answer.status(), page + answer);
      assertTrue(answer.header("RateLimit").isPresent(), page + answer);
    }
  }

  private static List<String> spellings(String path) {
    int last = path.lastIndexOf('/');
    return List.of(
        "/" + path,
        "/." + path,
        "/x/.." + path,
        "/%2e" + path,
        "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
        path.substring(0, last) + "/" + path.substring(last),
        path.substring(0, last) + "/." + path.substring(last),
        path.substring(0, last) + "/;x=1" + path.substring(last),
        path + ";x=1",
        path + "/",
        path + "/.",
        path + "/x/..");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, chunked", "foo", "identity", "chunked;x=1"})
  void a_transfer_encoding_that_nobody_knows_is_refused_and_the_connection_closed(String coding) {
    try (ErrorLog log = new ErrorLog()) {
      RawHttp.Answer answer =
          RawHttp.sendText(
              String.join(
                  "\r\n",
                  "POST /api/v1/sources HTTP/1.1",
                  HOST,
                  "Authorization: Bearer " + Api.ADMIN_KEY,
                  "Content-Type: application/json",
                  "Transfer-Encoding: " + coding,
                  "",
                  "2\r\n{}\r\n0\r\n\r\n"));
      assertTrue(answer.isProblem(501, "not-implemented"), answer.toString());
      assertEquals("close", answer.header("Connection").orElse(""));
      assertEquals(List.of(), log.errors());
    }
  }

  @Test
  void chunks_that_are_none_are_no_fault_of_the_service() {
    try (ErrorLog log = new ErrorLog()) {
      RawHttp.sendText(
          String.join(
              "\r\n",
              "POST /api/v1/sources HTTP/1.1",
              HOST,
              "Authorization: Bearer " + Api.ADMIN_KEY,
              "Content-Type: application/json",
              "Transfer-Encoding: chunked",
              "",
              "zz\r\n{}\r\n0\r\n\r\n"));
      assertEquals(List.of(), log.errors());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "Content-Type", "Idempotency-Key", "Origin", "Host"})
  void a_header_of_one_value_stands_once(String name) {
    for (String second : new String[] {"text/plain", "b"}) {
      RawHttp.Answer answer =
          RawHttp.send(
              "POST /api/v1/sources HTTP/1.1",
              name.equals("Host") ? "Accept: */*" : HOST,
              name + ": text/plain",
              name.toLowerCase(Locale.ROOT) + ": " + second);
      assertTrue(answer.isProblem(400, "malformed-request"), answer.toString());
      assertTrue(answer.body().contains("\"header\":\"" + name + "\""), answer.body());
    }
    RawHttp.Answer listed =
        RawHttp.send("GET /api/v1/regions HTTP/1.1", HOST, "Accept: text/csv", "Accept: */*;q=0.1");
    assertEquals(200, listed.status(), listed.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2.0", "HTTP/1.2", "HTTP/0.9", "FOO/1.1"})
  void a_version_that_nobody_knows_is_malformed(String version) {
    RawHttp.Answer answer = RawHttp.send("GET /api/v1/regions " + version, HOST);
    assertEquals(400, answer.status(), answer.toString());
    assertTrue(answer.head().get(0).startsWith("HTTP/1."), answer.toString());
    assertFalse(answer.head().get(0).contains("1.2"), answer.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"No colon", "Sp ace: x", "Before : x", "N: a\u0000b", " : x", ": x", ":"})
  void a_header_that_is_none_is_the_callers_fault(String header) {
    try (ErrorLog log = new ErrorLog()) {
      RawHttp.Answer answer = RawHttp.send("GET /api/v1/regions HTTP/1.1", HOST, header);
      assertEquals(400, answer.status(), answer.toString());
      assertEquals(List.of(), log.errors());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n chunked", " chunked\r\n ", "\r\n\tchunked"})
  void a_transfer_encoding_in_two_lines_is_refused(String folded) {
    RawHttp.Answer answer =
        RawHttp.sendText(
            String.join(
                "\r\n",
                "POST /api/v1/sources HTTP/1.1",
                HOST,
                "Authorization: Bearer " + Api.ADMIN_KEY,
                "Content-Type: application/json",
                "Transfer-Encoding:" + folded,
                "",
                "2\r\n{}\r\n0\r\n\r\n"));
    assertEquals(400, answer.status(), answer.toString());
  }

  @Test
  void who_speaks_an_older_version_gets_no_interim_answer() {
    RawHttp.Answer answer =
        RawHttp.sendText(
            String.join(
                "\r\n",
                "POST /api/v1/sources HTTP/1.0",
                HOST,
                "Authorization: Bearer " + Api.ADMIN_KEY,
                "Content-Type: application/json",
                "Expect: 100-continue",
                "Content-Length: 2",
                "",
                "{}"));
    assertEquals(422, answer.status(), answer.toString());
  }
}
