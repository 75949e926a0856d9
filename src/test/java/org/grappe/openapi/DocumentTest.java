package org.grappe.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The document can be taken as it is by programs in other languages, and is cheap to follow. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DocumentTest {
  private final Set<String> faults = new TreeSet<>();
  private JsonNode root;

  @BeforeEach
  void read() {
    root = OpenApi.json(given().get("/openapi?format=json").asString());
  }

  @Test
  void each_of_its_addresses_can_be_asked_whether_it_has_changed() {
    for (String path : List.of("/openapi", "/openapi.yaml", "/openapi.json")) {
      String etag = given().get(path).then().statusCode(200).extract().header("ETag");
      given().header("If-None-Match", etag).get(path).then().statusCode(304);
      given()
          .header("Accept-Encoding", "gzip")
          .head(path)
          .then()
          .header(
              "Content-Type",
              path.endsWith("json")
                  ? "application/json;charset=UTF-8"
                  : "application/yaml;charset=UTF-8");
    }
  }

  @Test
  void older_generators_get_a_document_that_they_can_read() {
    String text = given().get("/openapi?version=3.0&format=json").asString();
    JsonNode older = OpenApi.json(text);
    assertEquals("3.0.3", older.path("openapi").asText());
    each(
        older,
        "",
        (at, node) -> {
          if (node.path("type").isArray() || node.has("const") || node.has("patternProperties")) {
            faults.add(at);
          }
          if (node.has("$ref") && node.size() > 1) {
            faults.add(at + " says more than its reference");
          }
        });
    assertEquals(Set.of(), faults);
    assertTrue(text.contains("\"nullable\""), "nothing is nullable");
    assertEquals(
        Set.of("[]"),
        older.path("paths").findValues("bearer").stream()
            .map(JsonNode::toString)
            .collect(Collectors.toSet()),
        "lists of what is neither OAuth2 nor OpenID Connect are empty");
    JsonNode enter = older.at("/paths/~1api~1v1~1clusters/post");
    assertEquals(OpenApi.json("[\"ADMIN\"]"), enter.path("x-roles"));
    assertEquals(OpenApi.json("[{\"bearer\": []}]"), enter.path("security"));
    assertEquals(
        OpenApi.json("[{}, {\"bearer\": []}]"),
        older.at("/paths/~1api~1v1~1clusters/get/security"));
    assertFalse(older.path("info").has("summary"));
    assertFalse(older.at("/info/license").has("identifier"));
    assertTrue(older.at("/info/description").asText().contains("`x-roles`"));
    assertEquals(
        new TreeSet<>(root.findValuesAsText("operationId")),
        new TreeSet<>(older.findValuesAsText("operationId")));
    String etag = given().get("/openapi.yaml?version=3.0").header("ETag");
    given().header("If-None-Match", etag).get("/openapi?version=3.0").then().statusCode(304);
    given()
        .get("/openapi?version=2.0")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("version"));
  }

  @Test
  void every_tag_stands_in_one_group() {
    List<String> grouped =
        root.path("x-tagGroups").findValues("tags").stream()
            .flatMap(OpenApi::items)
            .map(JsonNode::asText)
            .sorted()
            .toList();
    assertEquals(
        OpenApi.items(root.path("tags")).map(tag -> tag.path("name").asText()).sorted().toList(),
        grouped);
  }

  @Test
  void what_is_public_takes_a_credential_too() {
    JsonNode security = root.at("/paths/~1api~1v1~1clusters/get/security");
    assertEquals(OpenApi.json("[{}, {\"bearer\": []}]"), security);
  }

  @Test
  void schemas_say_nothing_that_others_take_otherwise() {
    each(
        root,
        "",
        (at, node) -> {
          String pattern = node.path("pattern").isTextual() ? node.get("pattern").asText() : "^$";
          boolean isAnchored = pattern.startsWith("^") && pattern.endsWith("$");
          if (!isAnchored || pattern.contains("(?=") || pattern.contains("(?!")) {
            faults.add(at + " has the pattern " + pattern);
          }
          if (node.path("multipleOf").isNumber()) {
            faults.add(at + " has multipleOf");
          }
        });
    assertEquals(Set.of(), faults);
  }

  @Test
  void every_schema_is_used() {
    String text = root.toString();
    root.at("/components/schemas")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!text.contains("\"#/components/schemas/" + name + "\"")) {
                faults.add(name);
              }
            });
    assertEquals(Set.of(), faults);
  }

  @Test
  void objects_of_requests_are_closed_and_those_of_answers_are_not() {
    OpenApi api = OpenApi.served();
    Set<String> written = new TreeSet<>();
    Set<String> answered = new TreeSet<>();
    api.operations()
        .forEach(
            operation -> {
              reach(operation.node().path("requestBody"), written);
              reach(operation.node().path("responses"), answered);
            });
    for (String name : written) {
      JsonNode schema = api.schema(name);
      if (schema.has("properties") && schema.path("additionalProperties").asBoolean(true)) {
        faults.add(name + " of a request is open");
      }
    }
    for (String name : answered) {
      if (!api.schema(name).path("additionalProperties").asBoolean(true)) {
        faults.add(name + " of an answer is closed");
      }
    }
    assertTrue(written.contains("NewMoney") && answered.contains("Money"));
    assertEquals(Set.of(), faults);
  }

  private void reach(JsonNode part, Set<String> names) {
    each(
        part,
        "",
        (at, node) -> {
          String name = node.path("$ref").asText().replaceFirst("^#/components/schemas/", "");
          if (!name.isEmpty() && names.add(name)) {
            reach(root.at("/components/schemas/" + name), names);
          }
        });
  }

  @Test
  void days_and_times_of_examples_are_texts_in_YAML_too() {
    look(new Yaml().load(given().get("/openapi").asString()), "");
    assertEquals(Set.of(), faults);
  }

  /** YAML 1.1 takes what looks like a day for an instant, and a time for a number to base 60. */
  private void look(Object value, String at) {
    if (value instanceof Map<?, ?> members) {
      members.forEach((name, member) -> look(member, at + "/" + name));
    } else if (value instanceof List<?> items) {
      items.forEach(item -> look(item, at + "/*"));
    } else if (value instanceof Date || (at.endsWith("Time") && value instanceof Integer)) {
      faults.add(at + " " + value);
    }
  }

  @Test
  void it_is_compressed_and_sent_to_no_one_who_has_it() {
    for (String format : List.of("/openapi", "/openapi?format=json")) {
      String tag = given().get(format).then().statusCode(200).extract().header("ETag");
      given()
          .header("If-None-Match", tag)
          .get(format)
          .then()
          .statusCode(304)
          .header("ETag", equalTo(tag))
          .body(emptyString());
      given()
          .header("Accept-Encoding", "gzip")
          .get(format)
          .then()
          .statusCode(200)
          .header("Content-Encoding", "gzip");
    }
  }

  /** What is to be seen at each object. */
  private interface Visitor {
    void visit(String at, JsonNode node);
  }

  private static void each(JsonNode node, String at, Visitor visitor) {
    if (node.isObject()) {
      visitor.visit(at, node);
    }
    Stream<Map.Entry<String, JsonNode>> members =
        node.isObject()
            ? OpenApi.members(node)
            : OpenApi.items(node).map(item -> Map.entry("*", item));
    members
        .filter(member -> !member.getKey().startsWith("example"))
        .forEach(member -> each(member.getValue(), at + "/" + member.getKey(), visitor));
  }
}
