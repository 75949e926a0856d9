package org.grappe.body;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.testing.Api;
import org.grappe.testing.BodyFields;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Records;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/**
 * Every field that holds an address of the web takes those that a browser follows, and no other.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class WebAddressTest {
  private static final List<String> GOOD =
      List.of(
          "https://example.org",
          "HTTP://EXAMPLE.ORG:8080/",
          "https://www.société-générale.fr/",
          "https://économie.gouv.fr/é/à?q=ü#ç",
          "https://例え.テスト/パス",
          "https://xn--80ak6aa92e.com/%C3%A9",
          "https://пример.испытание",
          "http://192.0.2.1/a_b~c;d=e,(f)!'*",
          "https://[2001:db8::1]:443/",
          "https://a_b.example.org./x?y[]=z&url=https://example.com/@a:b",
          "https://i❤.ws/😀");

  private static final List<String> BAD =
      List.of(
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          "java\tscript:alert(1)",
          "data:text/html,x",
          "//example.org",
          "/path",
          "www.example.org",
          "example.org",
          "https:",
          "https://",
          "https:///path",
          "https:example.org",
          "https:/example.org",
          "http://?q",
          "http://:80/",
          "ftp://example.org",
          "file:///etc/passwd",
          "mailto:a@example.org",
          "vbscript:x",
          " https://example.org",
          "https://exa mple.org",
          "https://example.org/a b",
          "https://example.org/\nSet-Cookie",
          "https://user:pw@example.org",
          "https://example.org@evil.example",
          "https://example.org\\@evil.example",
          "https://example.org:99999",
          "https://example.org:8o",
          "https://[::1",
          "https://.",
          "https://a..b",
          "https://<script>",
          "https://example.org/\"><script>",
          "https://example.org/\u202Egro.live",
          "httpss://example.org",
          "");

  private final List<String> surprises = new ArrayList<>();

  @Test
  void http_and_https_with_a_host_and_nothing_else() {
    OpenApi api = OpenApi.served();
    int fields = 0;
    for (Operation operation : api.operations().toList()) {
      List<String> pointers =
          BodyFields.of(api, operation).stream()
              .map(BodyFields.Field::pointer)
              .filter(pointer -> pointer.matches("/(.*/)?(website|url|.*Url|link|homepage)"))
              .toList();
      for (String pointer : pointers) {
        fields++;
        Scene scene = new Scene();
        String address = scene.address(operation);
        GOOD.forEach(text -> check(operation, scene, address, pointer, text, true));
        BAD.forEach(text -> check(operation, scene, address, pointer, text, false));
      }
    }
    assertEquals(8, fields);
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  private void check(
      Operation operation, Scene scene, String address, String pointer, String text, boolean good) {
    Map<String, Object> body = new java.util.HashMap<>();
    ((Map<?, ?>) scene.body(operation)).forEach((name, value) -> body.put((String) name, value));
    body.put(pointer.substring(1), text);
    Response answer = scene.call(operation, address, body, Api.admin());
    boolean right =
        good
            ? answer.statusCode() < 300 && text.equals(answer.path(pointer.substring(1)))
            : answer.statusCode() == 422 && List.of(pointer).equals(answer.path("errors.pointer"));
    if (!right) {
      surprises.add(operation + " " + pointer + " = " + text + ": " + answer.asString());
    }
  }

  @Test
  void an_address_in_other_letters_leaves_in_every_format() {
    String cluster = make("/clusters", Records.aCluster());
    String event =
        make("/events", Records.with(Records.anEvent(cluster), "startsOn", "2030-01-07"));
    patch("/events/" + event, Map.of("url", "https://économie.gouv.fr/é")).statusCode(200);
    Api.anyone().get("/events/" + event + ".ics").then().statusCode(200);
    Api.anyone().get("/events.atom?cluster=" + cluster).then().statusCode(200);
    Api.anyone().accept("application/ld+json").get("/events/" + event).then().statusCode(200);
  }

  @Test
  void characters_beyond_the_first_plane_are_written_as_they_are() {
    String path = "/sources/" + make("/sources", Records.aSource());
    String text = "Smileys \uD83D\uDE00 \uD835\uDD38 é";
    patch(path, Map.of("title", text)).statusCode(200);
    for (String format : List.of("", ".csv", ".ndjson")) {
      String list = "/sources" + format + "?q={q}";
      assertTrue(Api.anyone().get(list, "smileys").asString().contains(text), format);
    }
    assertTrue(Api.anyone().get(path).asString().contains(text));
    assertTrue(Api.admin().get(path + "/history").asString().contains(text));
  }
}
