package org.grappe.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Portals of open data find every file, and what they want to know of it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CatalogueTest {

  private static JsonNode catalogue() {
    return OpenApi.json(
        given()
            .accept("application/ld+json")
            .get("/catalog")
            .then()
            .statusCode(200)
            .contentType(startsWith("application/ld+json"))
            .extract()
            .asString());
  }

  @Test
  void every_file_that_anybody_may_take_is_a_dataset_with_texts_in_two_languages() {
    Set<String> files =
        OpenApi.served()
            .gets()
            .filter(one -> one.node().path("security").isEmpty() && !one.path().contains("{"))
            .filter(
                one ->
                    one.node().at("/responses/200/content").has("text/csv")
                        || one.node().at("/responses/200/content").has("application/x-ndjson"))
            .map(one -> one.path().substring("/api/v1/".length()).replace('/', '-'))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = new TreeSet<>();
    for (JsonNode dataset : catalogue().path("dcat:dataset")) {
      told.add(dataset.path("@id").asText().replaceFirst(".*#", ""));
      for (String text : List.of("dct:title", "dct:description")) {
        assertEquals(
            List.of("fr", "en"),
            dataset.path(text).findValuesAsText("@language"),
            dataset.path("@id") + " " + text);
      }
      assertTrue(
          dataset.path("dct:description").get(0).path("@value").asText().endsWith("."),
          dataset.path("@id").asText());
    }
    assertEquals(files, told);
  }

  @Test
  void each_says_what_the_profile_asks_for_and_leads_to_files_that_are_there() {
    for (JsonNode dataset : catalogue().path("dcat:dataset")) {
      for (String one : List.of("dct:publisher", "dcat:contactPoint", "dct:spatial")) {
        assertTrue(dataset.has(one), dataset.path("@id") + " " + one);
      }
      assertFalse(dataset.has("dct:modified"), "tells when what is not public was written");
      assertTrue(dataset.path("dcat:distribution").size() > 0, dataset.path("@id").asText());
      for (JsonNode file : dataset.path("dcat:distribution")) {
        assertTrue(file.has("dcat:accessURL") && file.has("dct:license"), file.toString());
        for (String link : List.of("dcat:downloadURL", "dct:conformsTo")) {
          String address = file.path(link).path(0).path("@id").asText();
          if (!address.isEmpty()) {
            given().head(address).then().statusCode(200);
          }
        }
      }
    }
  }

  @Test
  void it_is_Turtle_where_that_is_asked_for() {
    for (String path : List.of("/catalog", "/catalog.ttl")) {
      given()
          .accept(path.endsWith("ttl") ? "*/*" : "text/turtle")
          .get(path)
          .then()
          .statusCode(200)
          .contentType("text/turtle;charset=UTF-8")
          .body(containsString("a dcat:Catalog ;"))
          .body(containsString("dct:title \"Registre des grappes d'entreprises\"@fr, "));
    }
    given().get("/catalog.jsonld").then().contentType(startsWith("application/ld+json"));
    given().accept("image/png").get("/catalog").then().statusCode(406);
    given()
        .get("/.well-known/api-catalog")
        .then()
        .body("linkset.collectMany { it.describedby ?: [] }.type", hasItem("text/turtle"));
  }
}
