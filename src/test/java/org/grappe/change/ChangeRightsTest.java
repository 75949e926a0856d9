package org.grappe.change;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/**
 * Whatever the document's operations write: who is told of a record can read it, and the members
 * that are named to him; who can read it is told of it.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangeRightsTest {
  /**
   * What is stored and told otherwise: as the address, as a status with its day, as occurrences.
   */
  private static final Set<String> STORED =
      Set.of(
          "event",
          "merger",
          "division",
          "requestedOn",
          "acceptedOn",
          "refusedOn",
          "answered",
          "changed");

  /** What becomes of a record is told of the last item for it. */
  private static Map<String, JsonNode> told(Supplier<RequestSpecification> caller, String after) {
    Map<String, JsonNode> last = new LinkedHashMap<>();
    for (String cursor = after; cursor != null; ) {
      JsonNode page =
          OpenApi.json(
              caller
                  .get()
                  .get("/changes?embed=record&limit=200&after=" + cursor)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString());
      OpenApi.items(page.path("items")).forEach(item -> last.put(item.path("id").asText(), item));
      cursor = page.path("more").asBoolean() ? page.path("nextCursor").asText() : null;
    }
    return last;
  }

  private static Set<String> upserted(Map<String, JsonNode> told) {
    Set<String> ids = new TreeSet<>();
    told.forEach(
        (id, item) -> {
          if (item.path("action").asText().equals("UPSERTED")) {
            ids.add(id);
          }
        });
    return ids;
  }

  @Test
  void who_is_told_can_read_it_and_who_can_read_it_is_told() {
    Map<String, Supplier<RequestSpecification>> callers = new LinkedHashMap<>();
    String partner = aKey("PARTNER");
    callers.put("anyone", () -> anyone());
    callers.put("a partner", () -> bearer(partner));
    callers.put("an administrator", () -> admin());
    String from = anyone().get("/changes?after=now").path("nextCursor");
    List<String> mine = new ArrayList<>();
    OpenApi.served()
        .operations()
        .filter(operation -> !operation.method().equals("GET"))
        .forEach(
            operation -> {
              Scene scene = new Scene();
              mine.add(scene.cluster());
              scene.call(operation, admin());
            });
    mine.removeIf(cluster -> admin().get("/clusters/" + cluster).statusCode() != 200);
    String editor = aKey("EDITOR", mine.toArray(String[]::new));
    callers.put("their editor", () -> bearer(editor));
    Map<String, JsonNode> all = told(callers.get("an administrator"), from);
    List<String> wrong = new ArrayList<>();
    callers.forEach(
        (name, caller) -> {
          Map<String, JsonNode> told = told(caller, from);
          Set<String> types = new TreeSet<>();
          all.forEach(
              (id, item) -> {
                if (item.path("action").asText().equals("UPSERTED")) {
                  boolean isTold = upserted(told).contains(id);
                  Response read = caller.get().basePath("").get(item.path("url").asText());
                  types.add(item.path("type").asText());
                  if (isTold != (read.statusCode() == 200)) {
                    wrong.add(name + " " + isTold + " " + read.statusCode() + " " + item);
                  } else if (isTold) {
                    wrong.addAll(unreadable(name, told.get(id), OpenApi.json(read.asString())));
                  }
                }
              });
          assertTrue(types.size() > 15, types::toString);
        });
    assertEquals("", String.join("\n", wrong));
  }

  /** Members of the item that the record, as this caller reads it, does not have. */
  private static List<String> unreadable(String caller, JsonNode item, JsonNode record) {
    List<String> unknown = new ArrayList<>();
    item.path("record")
        .fieldNames()
        .forEachRemaining(
            member -> {
              if (!record.has(member) && !STORED.contains(member)) {
                unknown.add(caller + ": " + member + " of " + item.path("url").asText());
              }
            });
    return unknown;
  }
}
