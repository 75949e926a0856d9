package org.grappe.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.ErrorLog;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RawHttp;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host that a request is for: told once and well-formed, but in HTTP/1.0. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HostTest {
  private static final List<String> ELSEWHERE =
      List.of("/", "/docs/", "/openapi", "/q/health/live", "/no/such/thing");

  private static List<String> everyCall() {
    OpenApi api = OpenApi.served();
    return Stream.concat(
            api.operations().map(operation -> operation.method() + " " + api.address(operation)),
            ELSEWHERE.stream().map(path -> "GET " + path))
        .toList();
  }

  private static List<String> notRefused(String... hosts) {
    List<String> surprises = new ArrayList<>();
    try (ErrorLog log = new ErrorLog()) {
      for (String call : everyCall()) {
        String[] lines =
            Stream.concat(Stream.of(call + " HTTP/1.1"), Stream.of(hosts)).toArray(String[]::new);
        RawHttp.Answer answer = RawHttp.send(lines);
        if (!answer.isProblem(400, "malformed-request")
            || answer.header("X-Request-Id").isEmpty()
            || answer.header("X-Content-Type-Options").isEmpty()) {
          surprises.add(call + " " + answer);
        }
      }
      surprises.addAll(log.errors());
    }
    return surprises;
  }

  @Test
  void without_one_every_call_of_HTTP_1_1_is_refused_as_the_callers_fault() {
    assertEquals(List.of(), notRefused());
  }

  @Test
  void two_are_one_too_many_on_every_call() {
    assertEquals(List.of(), notRefused("Host: a.example", "Host: a.example"));
  }

  @Test
  void an_ill_formed_one_is_refused_on_every_call() {
    assertEquals(List.of(), notRefused("Host: a\"><x>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a\tb",
        "a,b",
        "x:99999999",
        "x:65536",
        "x:8o",
        "x:-1",
        "x:1:2",
        "[::1",
        "::1",
        "[::g]",
        "[fe80::1%25eth0]",
        "u@h",
        "u:p@h",
        "ZAP%n%s",
        "a%41",
        "a/b",
        "a?b",
        "a#b",
        "a\\b",
        "http://a",
        "m\u00fcnchen",
        "<script>",
        "${jndi:ldap://x}"
      })
  void no_name_or_address_with_a_port_is_refused(String host) {
    try (ErrorLog log = new ErrorLog()) {
      RawHttp.Answer answer = RawHttp.send("GET /api/v1/regions HTTP/1.1", "Host: " + host);
      assertTrue(answer.isProblem(400, "malformed-request"), answer.toString());
      assertTrue(answer.body().contains("\"header\":\"Host\""), answer.toString());
      assertEquals(List.of(), log.errors());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "a_b.example:8080", "127.0.0.1:80", "[::1]:8080", "[::1]", "x:"})
  void names_and_addresses_are_taken(String host) {
    assertEquals(200, RawHttp.send("GET /api/v1/regions HTTP/1.1", "Host: " + host).status());
  }

  @Test
  void HTTP_1_0_is_served_without_one_and_gets_links_that_lead_somewhere() {
    Api.make("/sources", Records.aSource());
    Api.make("/sources", Records.aSource());
    String cluster = Api.make("/clusters", Records.aCluster());
    Api.make("/events", Records.with(Records.anEvent(cluster), "startsOn", "2030-01-07"));
    try (ErrorLog log = new ErrorLog()) {
      Map<String, Integer> expected =
          Map.of(
              "GET /api/v1/sources?limit=1&q=ti%26tle",
              200,
              "GET /api/v1/sources?limit=1",
              200,
              "GET /api/v1/sources.csv",
              200,
              "GET /api/v1/clusters/" + cluster,
              200,
              "GET /api/v1/events.ics",
              200,
              "GET /api/v1/events.atom",
              200,
              "GET /api/v1/clusters/none-such",
              404,
              "GET /none-such",
              404,
              "OPTIONS /none-such",
              404,
              "OPTIONS /api/v1/sources",
              200);
      expected.forEach(
          (call, status) -> {
            RawHttp.Answer answer = RawHttp.send(call + " HTTP/1.0");
            assertEquals(status, answer.status(), call + answer);
          });
      assertEquals(List.of(), log.errors());
    }
    String next = RawHttp.send("GET /api/v1/sources?limit=1 HTTP/1.0").header("Link").orElse("");
    assertTrue(next.startsWith("</api/v1/sources?limit=1&cursor="), next);
    String body = "{\"publisher\":\"P\",\"kind\":\"PRESS\",\"title\":\"T\"}";
    String made =
        RawHttp.sendText(
                String.join(
                    "\r\n",
                    "POST /api/v1/sources HTTP/1.0",
                    "Authorization: Bearer " + Api.ADMIN_KEY,
                    "Content-Type: application/json",
                    "Content-Length: " + body.length(),
                    "",
                    body))
            .header("Location")
            .orElse("");
    assertTrue(made.matches("http://127.0.0.1:\\d+/api/v1/sources/.*"), made);
    String feed = RawHttp.send("GET /api/v1/events.atom HTTP/1.0").body();
    assertTrue(feed.contains("href=\"http://127.0.0.1:"), feed);
  }

  @Test
  void HTTP_1_0_with_an_ill_formed_one_is_refused_all_the_same() {
    assertTrue(
        RawHttp.send("GET /api/v1/regions HTTP/1.0", "Host: a b")
            .isProblem(400, "malformed-request"));
  }

  @Test
  void the_address_in_the_first_line_counts_where_it_has_a_host() {
    Api.make("/sources", Records.aSource());
    Api.make("/sources", Records.aSource());
    RawHttp.Answer page =
        RawHttp.send("GET http://b.example/api/v1/sources?limit=1 HTTP/1.1", "Host: a.example");
    assertEquals(200, page.status());
    assertTrue(page.body().contains("\"next\":\"/api/v1/sources?"), page.body());
    for (String target :
        new String[] {
          "http:///api/v1/regions",
          "http://u@a/api/v1/regions",
          "http://a:99999/api/v1/regions",
          "ftp://a/api/v1/regions",
          "api/v1/regions",
          "foo:bar"
        }) {
      RawHttp.Answer answer = RawHttp.send("GET " + target + " HTTP/1.1", "Host: a.example");
      assertTrue(answer.isProblem(400, "malformed-request"), target + answer);
    }
  }
}
