package org.grappe.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.grappe.testing.Api;
import org.grappe.testing.EdgeProfile;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser, a proxy and an ill-meaning client meet first. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
@QuarkusTestResource(RealPostgres.class)
class EdgeTest {
  private static final String FRONT = "https://front.example.org";
  private static final String STRANGER = "https://stranger.example.org";
  private static int callers;
  private static String key;

  /** Each from an address of its own, so that no limit is in the way. */
  private static RequestSpecification someone() {
    callers++;
    return given().header("X-Forwarded-For", "198.51.100." + callers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/regions",
        "/api/v1/regions.csv",
        "/api/v1/clusters/no-such-cluster",
        "/api/v1/no-such-collection",
        "/api/v1/credentials",
        "/api/v1/regions?limit=0",
        "/problems/not-found",
        "/openapi",
        "/q/health/live"
      })
  void every_answer_is_told_not_to_be_taken_for_anything_else(String path) {
    someone()
        .get(path)
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
        .header("Date", matchesPattern("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d(:\\d\\d){2} GMT"))
        .header("Strict-Transport-Security", nullValue())
        .header("Server", nullValue())
        .header("X-Powered-By", nullValue());
  }

  @Test
  void the_page_of_the_documentation_may_run_its_own_scripts_in_no_frame() {
    someone()
        .get("/docs/")
        .then()
        .statusCode(200)
        .header(
            "Content-Security-Policy",
            allOf(containsString("script-src 'self'"), containsString("frame-ancestors 'none'")));
  }

  @Test
  void who_came_by_TLS_shall_do_so_again() {
    someone()
        .header("X-Forwarded-Proto", "https")
        .get("/api/v1/regions")
        .then()
        .header("Strict-Transport-Security", "max-age=31536000");
  }

  private static ValidatableResponse preflight(String origin, String method) {
    return someone()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .options("/api/v1/sources")
        .then()
        .statusCode(204);
  }

  @Test
  void any_page_reads_every_header_that_the_document_tells() {
    Set<String> told = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    OpenApi.served()
        .everything()
        .flatMap(operation -> OpenApi.members(operation.node().path("responses")))
        .flatMap(answer -> OpenApi.members(answer.getValue().path("headers")))
        .forEach(header -> told.add(header.getKey()));
    assertThat(told.size(), greaterThan(10));
    // a page may read these anyway, and needs not the third
    told.removeAll(Set.of("Cache-Control", "Content-Language", "Vary"));
    String exposed =
        someone()
            .header("Origin", STRANGER)
            .get("/api/v1/regions")
            .header("Access-Control-Expose-Headers");
    told.removeAll(Set.of(exposed.split(", ")));
    assertThat(told, empty());
  }

  @Test
  void any_page_reads_what_is_public_without_a_credential() {
    preflight(STRANGER, "GET")
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Methods", "GET, HEAD")
        .header("Access-Control-Allow-Headers", not(containsString("Authorization")))
        .header("Access-Control-Allow-Credentials", nullValue());
    someone()
        .header("Origin", STRANGER)
        .get("/api/v1/regions")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*")
        .header(
            "Access-Control-Expose-Headers",
            allOf(
                containsString("ETag"),
                containsString("Link"),
                containsString("Location"),
                containsString("Retry-After"),
                containsString("RateLimit")))
        .header("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization");
    someone()
        .header("Origin", STRANGER)
        .get("/api/v1/clusters/no-such-cluster")
        .then()
        .statusCode(404)
        .header("Access-Control-Allow-Origin", "*");
  }

  @Test
  void only_a_configured_page_writes() {
    preflight(STRANGER, "POST").header("Access-Control-Allow-Methods", not(containsString("POST")));
    preflight(FRONT, "POST")
        .header("Access-Control-Allow-Origin", FRONT)
        .header("Access-Control-Allow-Methods", containsString("POST"))
        .header(
            "Access-Control-Allow-Headers",
            allOf(containsString("Authorization"), containsString("If-Match")))
        .header("Vary", containsString("Origin"));
    posts(FRONT).header("Access-Control-Allow-Origin", FRONT);
    posts(STRANGER).header("Access-Control-Allow-Origin", nullValue());
  }

  private static ValidatableResponse posts(String origin) {
    return someone()
        .header("Origin", origin)
        .contentType("application/json")
        .body(Map.of())
        .post("/api/v1/sources")
        .then()
        .statusCode(401);
  }

  @Test
  void an_address_has_8_KiB() {
    String path = "/api/v1/clusters?q=";
    int rest = 8 * 1024 - path.length();
    someone().get(path + "a".repeat(rest)).then().statusCode(400);
    someone()
        .get(path + "a".repeat(rest + 1))
        .then()
        .statusCode(414)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/uri-too-long"));
  }

  @Test
  void headers_have_16_KiB() {
    someone()
        .header("X-Filler", "a".repeat(15 * 1024))
        .get("/api/v1/regions")
        .then()
        .statusCode(200);
    someone()
        .header("X-Filler", "a".repeat(16 * 1024))
        .get("/api/v1/regions")
        .then()
        .statusCode(431)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/headers-too-large"));
  }

  @Test
  void a_body_has_1_MiB_and_a_longer_file_goes_on_as_an_import() {
    String object = "{\"publisher\": \"%s\"}";
    int around = object.length() - 2;
    sends("application/json", object.formatted("a".repeat((1 << 20) - around)), 422);
    sends("application/json", object.formatted("a".repeat((1 << 20) - around + 1)), 413);
    String line = "name;from\n";
    sends("text/csv", line + "\n".repeat((64 << 20) - line.length()), 202);
  }

  /** An editor's, for an administrator's calls are counted too. */
  private static String key() {
    if (key == null) {
      key = Api.aKey("EDITOR");
    }
    return key;
  }

  private static void sends(String type, String body, int status) {
    boolean isFile = type.equals("text/csv");
    (isFile ? Api.admin() : Api.bearer(key()))
        .contentType(type)
        .body(body)
        .post(isFile ? "/memberships/csv" : "/sources")
        .then()
        .statusCode(status);
  }

  @Test
  void json_nests_32_deep_and_its_names_and_numbers_have_a_length() {
    String member = "{\"anything\": %s}";
    sends("application/json", member.formatted("[".repeat(31) + "]".repeat(31)), 422);
    sends("application/json", member.formatted("[".repeat(32) + "]".repeat(32)), 400);
    sends("application/json", "{\"" + "a".repeat(200) + "\": 1}", 422);
    sends("application/json", "{\"" + "a".repeat(201) + "\": 1}", 400);
    sends("application/json", member.formatted("1".repeat(100)), 422);
    sends("application/json", member.formatted("1".repeat(101)), 400);
  }
}
