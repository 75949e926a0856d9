package org.grappe.record;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patch that changes nothing makes no version, and leaves no trace. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class UnchangedTest {
  private final List<String> surprises = new ArrayList<>();
  private OpenApi api;
  @Inject DataSource database;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  @Test
  void what_was_answered_can_be_sent_back_to_every_PATCH_and_changes_nothing() {
    List<Operation> patches =
        api.operations().filter(operation -> operation.method().equals("PATCH")).toList();
    assertTrue(patches.size() > 14, patches.toString());
    for (Operation operation : patches) {
      Scene scene = new Scene();
      String address = scene.address(operation);
      scene.call(operation, address, scene.body(operation), Api.admin()).then().statusCode(200);
      sendBack(operation, address, JsonNodeFactory.instance.objectNode());
      JsonNode read = part(OpenApi.json(get(address).asString()), address);
      ObjectNode whole = requested(schema(operation), read);
      assertTrue(whole.size() > 1 || address.contains("/occurrences/"), operation + " " + whole);
      sendBack(operation, address, whole);
      OpenApi.members(whole)
          .forEach(
              member ->
                  sendBack(
                      operation,
                      address,
                      JsonNodeFactory.instance
                          .objectNode()
                          .set(member.getKey(), respelled(member.getValue()))));
    }
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  private void sendBack(Operation operation, String address, JsonNode body) {
    Response before = get(address);
    long written = written();
    Response answer = patches(address, before.header("ETag"), body);
    String what = operation + " " + body + ": ";
    if (answer.statusCode() != 200) {
      surprises.add(what + answer.asString());
      return;
    }
    if (!before.header("ETag").equals(answer.header("ETag"))
        || !before.asString().equals(answer.asString())
        || !before.asString().equals(get(address).asString())
        || written() != written) {
      surprises.add(what + before.asString() + "\n  became " + answer.asString());
    }
    int stale = patches(address, "\"999-stale\"", body).statusCode();
    if (stale != 412) {
      surprises.add(what + "stale is " + stale);
    }
  }

  /** A period is told within its record, whose version it has. */
  private static Response get(String address) {
    return Api.admin().basePath("").get(address.replaceFirst("/periods/.*", ""));
  }

  /** What of a record is at the address itself. */
  private static JsonNode part(JsonNode record, String address) {
    for (JsonNode period : record.path("periods")) {
      if (address.endsWith("/periods/" + period.path("id").asText())) {
        return period;
      }
    }
    return record;
  }

  private static Response patches(String address, String tag, JsonNode body) {
    return Api.admin()
        .basePath("")
        .header("If-Match", tag)
        .contentType("application/merge-patch+json")
        .body(body.toString())
        .patch(address);
  }

  private JsonNode schema(Operation operation) {
    return api.content(operation.node().path("requestBody"))
        .map(content -> content.getValue().path("schema"))
        .findFirst()
        .orElseThrow();
  }

  /** What of an answer the schema of the request takes, references as a request has them. */
  private ObjectNode requested(JsonNode said, JsonNode answer) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    OpenApi.members(object(said).path("properties"))
        .filter(member -> answer.has(member.getKey()))
        .filter(member -> !member.getKey().equals("slug"))
        .forEach(
            member ->
                body.set(member.getKey(), value(member.getValue(), answer.get(member.getKey()))));
    return body;
  }

  private JsonNode value(JsonNode said, JsonNode answer) {
    if (answer.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      answer.forEach(item -> list.add(item(api.resolve(said).path("items"), item)));
      return list;
    }
    if (!answer.isObject()) {
      return answer;
    }
    if (object(said).has("properties")) {
      return requested(said, answer);
    }
    return answer.has("slug") ? answer.get("slug") : answer.path(answer.has("id") ? "id" : "code");
  }

  /** One of a list, also with what only answers have. */
  private JsonNode item(JsonNode said, JsonNode answer) {
    JsonNode value = value(said, answer);
    if (value instanceof ObjectNode body) {
      OpenApi.members(answer)
          .filter(member -> !body.has(member.getKey()))
          .forEach(member -> body.set(member.getKey(), plain(member.getValue())));
    }
    return value;
  }

  /** References by their ids. */
  private static JsonNode plain(JsonNode answer) {
    if (answer.has("id") && answer.has("name")) {
      return answer.get("id");
    }
    if (!answer.isArray()) {
      return answer;
    }
    var list = JsonNodeFactory.instance.arrayNode();
    answer.forEach(item -> list.add(plain(item)));
    return list;
  }

  @Test
  void of_a_subsidy_line_what_was_answered_of_steps_and_fundings_can_be_sent_back() {
    String path =
        "/subsidy-lines/"
            + make(
                "/subsidy-lines",
                Map.of(
                    "beneficiary",
                    make("/clusters", aCluster()),
                    "purpose",
                    "a purpose",
                    "amount",
                    Map.of("amount", 1000),
                    "fundings",
                    List.of(Map.of("share", 60, "origin", "STATE"), Map.of("rest", true)),
                    "steps",
                    List.of(Map.of("status", "VOTED", "on", "2016"))));
    String tag = Api.etag(path);
    JsonNode line = OpenApi.json(Api.get(path).extract().asString());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String list : List.of("fundings", "steps")) {
      assertTrue(line.at("/fundings/0").has("part") && line.at("/steps/0").has("createdAt"));
      ObjectNode alone = JsonNodeFactory.instance.objectNode().set(list, line.get(list));
      patch(path, alone.toString()).statusCode(200).header("ETag", equalTo(tag));
      body.set(list, line.get(list));
    }
    patch(path, body.put("remarks", "a remark").toString())
        .statusCode(200)
        .body("remarks", equalTo("a remark"))
        .body("steps.size()", equalTo(1));
    ((ObjectNode) body.at("/steps/0")).put("createdAt", "2016-01-01T00:00:00Z");
    patch(path, body.toString()).statusCode(422);
  }

  /** The choice that is an object, where there are several. */
  private JsonNode object(JsonNode said) {
    JsonNode schema = api.resolve(said);
    return OpenApi.items(schema.path("anyOf"))
        .map(api::resolve)
        .filter(choice -> choice.has("properties"))
        .findFirst()
        .orElse(schema);
  }

  /** The same in other words: more zeros, and ids in capitals. */
  private static JsonNode respelled(JsonNode value) {
    if (value.isNumber()) {
      return JsonNodeFactory.instance.numberNode(
          value.decimalValue().setScale(Math.max(value.decimalValue().scale(), 0) + 2));
    }
    boolean isId = value.isTextual() && value.textValue().matches("[0-9a-f]{8}-[0-9a-f-]{27}");
    return isId
        ? JsonNodeFactory.instance.textNode(value.textValue().toUpperCase(java.util.Locale.ROOT))
        : value;
  }

  private long written() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from history")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void a_value_that_only_follows_from_others_is_written_where_they_change_with_it() {
    String one = make("/clusters", aCluster());
    String convention =
        make(
            "/conventions",
            org.grappe.testing.Records.aConvention(one, make("/clusters", aCluster())));
    patch(
            "/conventions/" + convention,
            Map.of("from", "2016-01-01", "signings", List.of(Map.of("on", "2014-01-01"))))
        .statusCode(200)
        .body("from", equalTo("2016-01-01"));
  }

  @Test
  void a_change_of_a_statement_or_of_an_order_is_one() {
    String first = make("/sources", aSource());
    String second = make("/sources", aSource());
    String path =
        "/sources/" + make("/sources", with(aSource(), "sources", List.of(first, second)));
    String tag = Api.etag(path);
    patch(path, Map.of("statements", List.of(Map.of("field", "title", "value", 1.0))))
        .statusCode(200);
    assertTrue(!tag.equals(Api.etag(path)));
    patch(path, Map.of("sources", List.of(second, first))).statusCode(200);
    assertEquals(3, (int) Api.admin().get(path + "/history").path("items.size()"));
  }
}
