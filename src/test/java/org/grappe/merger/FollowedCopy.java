package org.grappe.merger;

import static org.grappe.testing.Api.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grappe.testing.OpenApi;

/** A copy of the registry that somebody keeps by following the changes. */
final class FollowedCopy {
  private final Map<String, String> records;
  private String place;

  FollowedCopy() {
    Response copy = anyone().get("/export").then().statusCode(200).extract().response();
    place =
        copy.headers().getValues("Link").stream()
            .filter(link -> link.endsWith("rel=\"changes\""))
            .map(link -> link.substring(link.indexOf("after=") + 6, link.indexOf('>')))
            .findFirst()
            .orElseThrow();
    records = lines(copy);
  }

  private static Map<String, String> lines(Response copy) {
    Map<String, String> lines = new TreeMap<>();
    copy.asString()
        .lines()
        .map(OpenApi::json)
        .filter(line -> line.has("id"))
        .forEach(line -> lines.put(key(line), line.path("version") + " " + line.path("record")));
    return lines;
  }

  private static String key(JsonNode line) {
    return line.path("type").asText() + " " + line.path("id").asText();
  }

  /** Follows what has changed since, and must have what a new copy has. */
  void mustBeAsANewOne() {
    JsonNode page;
    do {
      page =
          OpenApi.json(
              anyone()
                  .get("/changes?embed=record&limit=200&after={place}", place)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString());
      for (JsonNode item : page.path("items")) {
        if (item.path("action").asText().equals("DELETED")) {
          records.remove(key(item));
        } else {
          records.put(key(item), item.path("version") + " " + item.path("record"));
        }
      }
      place = page.path("nextCursor").asText();
    } while (page.path("more").asBoolean());
    Map<String, String> anew = lines(anyone().get("/export"));
    assertEquals(String.join("\n", told(anew)), String.join("\n", told(records)));
  }

  private static List<String> told(Map<String, String> records) {
    return records.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
  }
}
