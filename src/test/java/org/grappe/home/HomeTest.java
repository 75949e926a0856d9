package org.grappe.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Whoever knows no more than the host finds the way. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HomeTest {

  @Test
  void a_browser_gets_a_page_and_a_program_JSON() {
    given()
        .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .get("/")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/html"))
        .header("Content-Security-Policy", containsString("connect-src 'self'"))
        .header("Content-Security-Policy", not(containsString("script-src 'unsafe")))
        .body(containsString("/api/v1/clusters.csv?region=76"))
        .body(not(containsString("{base}")));
    for (String accept : List.of("*/*", "application/json")) {
      given()
          .accept(accept)
          .get("/")
          .then()
          .statusCode(200)
          .contentType("application/json")
          .header("Vary", containsString("Accept"))
          .body("openapi", equalTo("/openapi"))
          .body("api", equalTo("/api/v1"));
    }
    given().head("/").then().statusCode(200);
    given().post("/").then().statusCode(405);
    given().get("/nowhere").then().statusCode(404);
  }

  /**
   * Browsers keep to each policy that they are told: a second one would stop what the first lets
   * in.
   */
  @Test
  void every_page_has_one_policy_which_lets_its_own_scripts_in() {
    for (String path : List.of("/", "/docs/", "/docs/guides/front-end", "/problems/not-found")) {
      var page = given().accept("text/html").get(path);
      assertEquals(1, page.headers().getList("Content-Security-Policy").size(), path);
      boolean runs = page.asString().contains("<script");
      boolean may = page.header("Content-Security-Policy").contains("script-src 'self'");
      assertTrue(may || !runs, path);
    }
  }

  @Test
  void every_address_on_the_page_and_in_the_catalogue_answers() {
    String page = given().accept("text/html").get("/").asString();
    List<String> links = named(page, "(?:href|src)=\"(/[^\"]*)\"");
    assertTrue(links.size() > 6, links.toString());
    links.forEach(link -> assertEquals(200, given().get(link).statusCode(), link));
    List<String> figures = named(page, "data-list=\"([^\"]*)\"");
    assertEquals(4, figures.size(), figures.toString());
    figures.forEach(
        list ->
            given()
                .get("/api/v1/" + list.replace("&amp;", "&") + "limit=1&count=true")
                .then()
                .statusCode(200)
                .body("total", greaterThanOrEqualTo(0)));
    Response catalog = given().get("/.well-known/api-catalog");
    catalog.then().statusCode(200).contentType("application/linkset+json");
    List<String> described =
        catalog.jsonPath().getList("linkset.collectMany { it.'service-desc' ?: [] }.href");
    assertEquals(2, described.size());
    described.forEach(href -> assertEquals(200, given().get(href).statusCode(), href));
    assertEquals(
        List.of("<https://www.rfc-editor.org/info/rfc9727>; rel=\"profile\""),
        catalog.headers().getValues("Link").stream()
            .filter(link -> link.contains("9727"))
            .toList());
  }

  private static List<String> named(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(found -> found.group(1)).toList();
  }

  @Test
  void robots_read_the_documentation_and_leave_the_records() {
    given()
        .get("/robots.txt")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/plain"))
        .body(containsString("Disallow: /api/"));
  }

  @Test
  void where_no_contact_is_configured_nobody_is_named() {
    given()
        .get("/.well-known/security.txt")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body(endsWith("}\n"));
  }

  @Test
  void an_answer_ends_its_line_and_tells_the_cursor_of_the_next_page() {
    Response page = given().get("/api/v1/regions?limit=2");
    page.then().body(endsWith("}\n")).body("keySet()", hasItems("next", "nextCursor"));
    String next = page.path("next");
    assertTrue(next.endsWith("cursor=" + page.path("nextCursor")), next);
    given()
        .queryParam("limit", 2)
        .queryParam("cursor", page.<String>path("nextCursor"))
        .get("/api/v1/regions")
        .then()
        .statusCode(200);
    given().get("/api/v1/regions?limit=200").then().body("keySet()", not(hasItems("nextCursor")));
  }

  @Test
  void the_export_of_open_data_has_no_pages_and_refuses_a_cursor() {
    given()
        .get("/api/v1/subsidy-lines/scdl?cursor=x")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-parameter"));
  }
}
