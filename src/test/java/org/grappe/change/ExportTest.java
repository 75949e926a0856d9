package org.grappe.change;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.Test;

/** The copy has all that the public may read, as the changes have it, and where to go on from. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ExportTest {
  private static List<JsonNode> lines(Response copy) {
    return copy.asString().lines().map(OpenApi::json).toList();
  }

  private static String place(Response copy) {
    return copy.headers().getValues("Link").stream()
        .filter(link -> link.contains("rel=\"changes\""))
        .map(link -> link.substring(link.indexOf("after=") + 6, link.indexOf('>')))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_ends_with_how_many_there_are_and_has_no_application() {
    String cluster = make("/clusters", aCluster());
    String member =
        make(
            "/memberships",
            with(
                aMembership(cluster, make("/organisations", anOrganisation())),
                "from",
                "2019-01-01",
                "until",
                "2020-01-01",
                "endReason",
                "EXPELLED"));
    String applicant =
        make(
            "/memberships",
            with(
                aMembership(cluster, make("/organisations", anOrganisation())),
                "appliedOn",
                "2026-01-01"));
    Response copy = anyone().get("/export").then().statusCode(200).extract().response();
    List<JsonNode> lines = lines(copy);
    assertEquals(lines.size() - 1, lines.get(lines.size() - 1).at("/end/count").asInt());
    assertFalse(copy.asString().contains(applicant));
    assertFalse(copy.asString().contains("EXPELLED"));
    JsonNode line =
        lines.stream()
            .filter(one -> one.path("id").asText().equals(member))
            .findFirst()
            .orElseThrow();
    assertEquals("MEMBERSHIP", line.path("type").asText());
    assertEquals(cluster, line.at("/record/cluster/id").asText());
    assertEquals(copy.asString(), admin().get("/export").asString(), "it is the public's");
  }

  /** Of every table, as every operation leaves it: the document tells which there are. */
  @Test
  void a_follower_who_began_with_it_has_what_it_has_later() {
    Response before = anyone().get("/export");
    String[] after = {place(before)};
    Map<String, JsonNode> copy = new java.util.TreeMap<>();
    lines(before).stream()
        .filter(line -> line.has("id"))
        .forEach(line -> copy.put(line.path("id").asText(), line));
    OpenApi.served()
        .operations()
        .filter(operation -> !operation.method().equals("GET"))
        .forEach(
            operation -> {
              Scene scene = new Scene();
              String address = scene.address(operation);
              // what made the record is followed by itself, so that nothing else brings what this
              // does
              after[0] = follow(after[0], copy);
              scene.call(operation, address, scene.body(operation), admin());
              after[0] = follow(after[0], copy);
            });
    reasons();
    follow(after[0], copy);
    Response export = anyone().get("/export");
    assertEquals(
        lines(export).stream()
            .filter(line -> line.has("id"))
            .map(JsonNode::toString)
            .sorted()
            .toList(),
        copy.values().stream().map(JsonNode::toString).sorted().toList());
    assertTrue(copy.size() > 50, copy.size() + " records");
  }

  /** Of which the public is told nothing: its line stays as it is. */
  private static void reasons() {
    String member =
        make(
            "/memberships",
            with(
                aMembership(
                    make("/clusters", aCluster()), make("/organisations", anOrganisation())),
                "from",
                "2019-01-01",
                "until",
                "2020-01-01"));
    String line = ofRecord(member);
    Api.patch("/memberships/" + member, Map.of("endReason", "EXPELLED")).statusCode(200);
    assertEquals(line, ofRecord(member));
    Api.patch("/memberships/" + member, Map.of("remarks", "R")).statusCode(200);
    assertFalse(line.equals(ofRecord(member)));
  }

  private static String ofRecord(String id) {
    return anyone()
        .get("/export")
        .asString()
        .lines()
        .filter(line -> line.contains(id))
        .findFirst()
        .orElseThrow();
  }

  private static String follow(String from, Map<String, JsonNode> copy) {
    String after = from;
    while (true) {
      JsonNode page =
          OpenApi.json(
              anyone()
                  .get("/changes?embed=record&limit=200&after=" + after)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString());
      OpenApi.items(page.path("items")).forEach(item -> apply(item, copy));
      after = page.path("nextCursor").asText();
      if (!page.path("more").asBoolean()) {
        return after;
      }
    }
  }

  private static void apply(JsonNode item, Map<String, JsonNode> copy) {
    String id = item.path("id").asText();
    if (item.path("action").asText().equals("DELETED")) {
      copy.remove(id);
    } else if (item.has("record")) {
      copy.put(
          id,
          OpenApi.json(
              "{\"type\":\"%s\",\"id\":\"%s\",\"version\":%s,\"record\":%s}"
                  .formatted(
                      item.path("type").asText(), id, item.path("version"), item.path("record"))));
    }
  }

  @Test
  void every_copy_says_where_to_go_on() {
    for (String path :
        Stream.of("/clusters.csv", "/clusters.ndjson", "/export", "/events.ics").toList()) {
      String place = place(anyone().get(path));
      String id = make("/organisations", anOrganisation());
      assertTrue(
          anyone().get("/changes?after=" + place).jsonPath().getList("items.id").contains(id),
          path);
    }
  }
}
