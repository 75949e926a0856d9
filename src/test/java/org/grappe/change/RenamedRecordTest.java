package org.grappe.change;

import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies and the feed tell what a record with periods was on the day when it was last written. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RenamedRecordTest {
  private String place;

  @BeforeEach
  void begin_where_the_feed_is() {
    place = page("now").path("nextCursor").asText();
  }

  private static JsonNode page(String after) {
    return OpenApi.json(anyone().get("/changes?embed=record&after=" + after).asString());
  }

  /** The record as the feed has it, and as a new copy does. */
  private JsonNode told(String id, String... fields) {
    JsonNode page = page(place);
    place = page.path("nextCursor").asText();
    JsonNode item =
        OpenApi.items(page.path("items"))
            .filter(one -> one.path("id").asText().equals(id))
            .findFirst()
            .orElseThrow();
    List<String> changed = new ArrayList<>();
    item.path("fields").forEach(field -> changed.add(field.asText()));
    if (fields.length > 0) {
      assertEquals(List.of(fields), changed);
    }
    JsonNode line =
        anyone()
            .get("/export")
            .asString()
            .lines()
            .map(OpenApi::json)
            .filter(one -> one.path("id").asText().equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals(item.path("record"), line.path("record"));
    return item.path("record");
  }

  @Test
  void of_a_renamed_cluster_the_new_name_and_region_are_told_and_that_they_changed() {
    String id = make("/clusters", with(aCluster(), "name", "Before", "acronym", "B"));
    String path = "/clusters/" + id;
    told(id);
    post(path + "/transitions", Map.of("on", "2016", "name", "After", "region", "11"))
        .statusCode(200);
    JsonNode renamed = told(id, "name", "periods", "region");
    assertEquals("After", renamed.path("name").asText());
    assertEquals("11", renamed.at("/region/code").asText());
    assertEquals("B", renamed.path("acronym").asText());
    patch(path, Map.of("description", "Studios.")).statusCode(200);
    told(id, "description");
    patch(path, Map.of("name", "Afterwards")).statusCode(200);
    assertEquals("Afterwards", told(id, "name", "periods").path("name").asText());
    post(path + "/transitions", Map.of("on", "2199", "name", "Later")).statusCode(200);
    assertEquals("Afterwards", told(id, "periods").path("name").asText());
  }

  @Test
  void so_is_an_organisations_number() {
    String first = aSiren();
    String second = aSiren();
    String id = make("/organisations", with(anOrganisation(), "siren", first));
    told(id);
    post("/organisations/" + id + "/transitions", Map.of("on", "2016", "siren", second))
        .statusCode(200);
    assertEquals(second, told(id, "periods", "siren").path("siren").asText());
  }
}
