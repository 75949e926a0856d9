package org.grappe.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.grappe.testing.RealPostgres;
import org.grappe.value.Digest;
import org.junit.jupiter.api.Test;

/** The page that shows the document comes from the service alone. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DocumentationTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @Test
  void all_that_the_page_loads_is_served_here_compressed_and_with_a_tag() {
    given().redirects().follow(false).get("/docs").then().header("Location", equalTo("docs/"));
    Response page = given().get("/docs/");
    page.then().statusCode(200).contentType(startsWith("text/html"));
    List<String> loaded =
        LOADED.matcher(page.asString()).results().map(found -> found.group(1)).toList();
    assertTrue(loaded.size() > 4, loaded.toString());
    for (String one : loaded) {
      if (one.startsWith("data:")) {
        continue;
      }
      assertTrue(one.matches("(\\.\\./)?[a-z0-9.-]+"), one);
      Response answer =
          given()
              .header("Accept-Encoding", "gzip")
              .get(one.startsWith("..") ? one.substring(2) : "/docs/" + one);
      answer.then().statusCode(200).header("Content-Encoding", "gzip");
      given()
          .header("If-None-Match", answer.header("ETag"))
          .get(one.startsWith("..") ? one.substring(2) : "/docs/" + one)
          .then()
          .statusCode(304);
    }
  }

  @Test
  void scripts_run_from_here_alone() {
    given()
        .get("/docs/")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
        .body(not(containsString("http")));
    given().get("/docs/nothing.js").then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void who_takes_nothing_compressed_gets_the_same_bytes() {
    for (String taken : List.of("identity", "deflate", "gzip;q=0, *")) {
      Response plain =
          given()
              .config(
                  RestAssuredConfig.config()
                      .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
              .header("Accept-Encoding", taken)
              .get("/docs/page.js");
      plain.then().statusCode(200).body(equalTo(given().get("/docs/page.js").asString()));
    }
  }

  @Test
  void the_script_is_the_one_whose_licence_is_told() {
    byte[] script = given().get("/docs/scalar-1.76.0.js").asByteArray();
    String licences = given().get("/docs/licences.txt").asString();
    assertTrue(licences.contains(java.util.HexFormat.of().formatHex(Digest.of(script))), licences);
  }
}
