package org.grappe.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** The guides of the project are read at the service. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class GuidesTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  @Test
  void every_guide_is_a_page_whose_links_lead_somewhere() {
    for (String name : Guides.NAMES) {
      String path = "/docs/guides/" + name;
      Response page = given().get(path);
      page.then()
          .statusCode(200)
          .contentType(startsWith("text/html"))
          .header("Content-Security-Policy", startsWith("default-src 'none'"))
          .body(containsString("<h1 id="))
          .body(not(containsString(".md\"")));
      given().header("If-None-Match", page.header("ETag")).get(path).then().statusCode(304);
      LINK.matcher(page.asString())
          .results()
          .map(found -> URI.create(path).resolve(found.group(1)))
          .filter(link -> link.getHost() == null && !link.toString().startsWith("data:"))
          .forEach(link -> assertLeads(path, link));
    }
  }

  private static void assertLeads(String from, URI link) {
    Response answer = given().get(link.getPath());
    assertEquals(200, answer.statusCode(), from + " leads to " + link);
    if (link.getFragment() != null) {
      assertTrue(
          answer.asString().contains("id=\"" + link.getFragment() + "\""),
          from + " leads to " + link);
    }
  }

  @Test
  void code_and_tables_stand_there_as_they_are_written() {
    given()
        .get("/docs/guides/front-end")
        .then()
        .body(containsString("<table>"))
        .body(containsString("curl -sSf &quot;$api/clusters?region=76&amp;status="));
  }

  @Test
  void the_folder_leads_to_the_first_and_what_is_none_is_not_found() {
    for (String folder : List.of("/docs/guides", "/docs/guides/")) {
      String first = given().redirects().follow(false).get(folder).header("Location");
      assertEquals("/docs/guides/front-end", URI.create(folder).resolve(first).getPath());
    }
    given().get("/docs/guides/none").then().statusCode(404).body("status", equalTo(404));
    given().get("/docs/guides/front-end/").then().statusCode(404);
  }

  @Test
  void what_the_project_writes_for_users_is_listed() throws IOException {
    try (Stream<Path> written = Files.list(Path.of("docs/guides"))) {
      List<String> names =
          written.map(file -> file.getFileName().toString().replace(".md", "")).toList();
      assertTrue(Guides.NAMES.containsAll(names), names.toString());
    }
  }
}
