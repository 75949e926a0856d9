package org.grappe.query;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.grappe.testing.Api;
import org.grappe.testing.DemoProfile;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever names the members that he wants is told these, in every list of the document. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class FieldsTest {
  private OpenApi api;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  private List<Operation> lists() {
    return api.gets()
        .filter(
            operation ->
                api.parameters(operation)
                    .anyMatch(parameter -> parameter.path("name").asText().equals("fields")))
        .filter(operation -> formats(operation).contains("application/json"))
        .filter(operation -> caller(operation).get(api.address(operation)).statusCode() == 200)
        .toList();
  }

  private List<String> formats(Operation operation) {
    return api.content(operation.node().at("/responses/200")).map(Map.Entry::getKey).toList();
  }

  private static String first(Operation operation, OpenApi api) {
    return api.parameters(operation)
        .filter(parameter -> parameter.path("name").asText().equals("fields"))
        .map(parameter -> parameter.at("/example/0").asText())
        .findFirst()
        .orElseThrow();
  }

  private static RequestSpecification caller(Operation operation) {
    return operation.node().path("security").isEmpty() ? given() : Api.admin().basePath("");
  }

  private Response ask(Operation operation, String type, String fields) {
    return caller(operation).accept(type).queryParam("fields", fields).get(api.address(operation));
  }

  @Test
  void every_list_tells_of_its_items_what_is_named() {
    List<String> faults = new ArrayList<>();
    int items = 0;
    for (Operation operation : lists()) {
      JsonNode whole =
          OpenApi.json(caller(operation).get(api.address(operation)).asString()).path("items");
      Set<String> members = new TreeSet<>();
      whole.forEach(item -> item.fieldNames().forEachRemaining(members::add));
      for (List<String> named : choices(List.copyOf(members))) {
        JsonNode told =
            OpenApi.json(ask(operation, "application/json", String.join(",", named)).asString())
                .path("items");
        JsonNode expected = whole.deepCopy();
        expected.forEach(item -> ((ObjectNode) item).retain(named));
        items += told.size();
        if (!expected.toString().equals(told.toString())) {
          faults.add(operation + " " + named + ": " + told + " for " + expected);
        }
      }
    }
    assertEquals("", String.join("\n", faults));
    assertTrue(items > 100, "few items: " + items);
  }

  /** Each by itself, and the first and last together. */
  private static List<List<String>> choices(List<String> members) {
    List<List<String>> choices = new ArrayList<>();
    members.forEach(member -> choices.add(List.of(member)));
    if (members.size() > 1) {
      choices.add(List.of(members.get(members.size() - 1), members.get(0)));
    }
    return choices;
  }

  @Test
  void tables_and_lines_have_what_is_named_alone() {
    for (Operation operation : lists()) {
      String name = first(operation, api);
      if (formats(operation).contains("application/x-ndjson")) {
        ask(operation, "application/x-ndjson", name)
            .asString()
            .lines()
            .map(OpenApi::json)
            .forEach(
                line ->
                    line.fieldNames()
                        .forEachRemaining(
                            member -> assertEquals(name, member, operation.toString())));
      }
      if (formats(operation).contains("text/csv")) {
        String head = ask(operation, "text/csv", name).asString().lines().findFirst().orElse("");
        assertTrue(head.matches(name + "(\\.\\w+)?(,.*)?"), operation + " " + head);
        assertTrue(head.split(",").length <= 3, operation + " " + head);
      }
    }
  }

  @Test
  void a_member_that_there_is_not_is_named_with_those_there_are() {
    for (Operation operation : lists()) {
      Response answer = ask(operation, "application/json", first(operation, api) + ",nothing");
      assertEquals(400, answer.statusCode(), operation.toString());
      String told = answer.asString();
      assertTrue(
          told.contains("\"parameter\":\"fields\"") && told.contains(first(operation, api)), told);
    }
  }

  @Test
  void the_next_page_keeps_them_and_the_cursor_goes_with_others_too() {
    String first =
        given().get("/api/v1/organisations?limit=1&fields=name").then().extract().path("next");
    assertTrue(first.contains("fields=name"), first);
    assertEquals(
        200, given().urlEncodingEnabled(false).get(first.replace("fields=name&", "")).statusCode());
  }
}
