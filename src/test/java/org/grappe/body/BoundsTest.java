package org.grappe.body;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aSource;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.grappe.testing.Api;
import org.grappe.testing.BodyFields;
import org.grappe.testing.BodyFields.Field;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.Test;

/** Every list and text of a body has a bound, which the document tells and the service keeps. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class BoundsTest {
  private static final List<String> BOUNDS = List.of("maxLength", "enum", "format", "pattern");
  private final List<String> surprises = new CopyOnWriteArrayList<>();
  @Inject DataSource database;

  @Test
  void the_document_tells_a_bound_of_every_list_and_text() {
    OpenApi api = OpenApi.served();
    for (Operation operation : api.operations().toList()) {
      for (Field field : BodyFields.of(api, operation)) {
        boolean isList = field.isOf("array") && !field.schema().has("maxItems");
        boolean isText = field.isOf("string") && BOUNDS.stream().noneMatch(field.schema()::has);
        if (isList || isText) {
          surprises.add(operation + " " + field.pointer() + " has no bound: " + field.schema());
        }
      }
    }
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  @Test
  void a_list_or_text_beyond_its_bound_is_one_fault() {
    OpenApi api = OpenApi.served();
    api.operations().toList().parallelStream().forEach(operation -> exceedAll(api, operation));
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  private void exceedAll(OpenApi api, Operation operation) {
    List<Field> bounded =
        BodyFields.of(api, operation).stream()
            .filter(field -> field.schema().has("maxItems") || field.schema().has("maxLength"))
            .filter(field -> !field.isOf("object"))
            .toList();
    if (!bounded.isEmpty()) {
      Scene scene = new Scene();
      String address = scene.address(operation);
      for (Field field : bounded) {
        exceed(operation, field, scene, address, beyond(field));
        if (field.schema().has("minLength")) {
          exceed(operation, field, scene, address, JsonNodeFactory.instance.textNode(""));
        }
      }
    }
  }

  private static JsonNode beyond(Field field) {
    return field.schema().has("maxItems")
        ? list(field.schema().get("maxItems").asInt() + 1)
        : JsonNodeFactory.instance.textNode(
            "a".repeat(field.schema().get("maxLength").asInt() + 1));
  }

  private void exceed(
      Operation operation, Field field, Scene scene, String address, JsonNode beyond) {
    JsonNode body = BodyFields.with(scene.body(operation), field.pointer(), beyond);
    HttpResponse<String> answer = Wire.call(operation, address, body).bearer(Api.ADMIN_KEY).send();
    List<String> pointers =
        answer.statusCode() == 422
            ? OpenApi.json(answer.body()).path("errors").findValuesAsText("pointer")
            : List.of();
    long there = pointers.stream().filter(field.pointer()::equals).count();
    boolean inside = pointers.stream().anyMatch(at -> at.startsWith(field.pointer() + "/"));
    if (there != 1 || inside) {
      surprises.add(operation + " " + field.pointer() + ": " + answer.body());
    }
  }

  /** What the document counts is characters of Unicode, of which some take two of Java's. */
  @Test
  void a_text_of_as_many_characters_as_its_bound_is_taken_whatever_they_are() {
    OpenApi api = OpenApi.served();
    int seen = 0;
    for (Operation operation : api.operations().toList()) {
      List<Field> texts =
          BodyFields.of(api, operation).stream()
              .filter(field -> field.schema().has("maxLength") && field.isOf("string"))
              .filter(field -> !field.isOf("object"))
              .filter(
                  field -> Stream.of("enum", "format", "pattern").noneMatch(field.schema()::has))
              .toList();
      if (texts.isEmpty()) {
        continue;
      }
      Scene scene = new Scene();
      String address = scene.address(operation);
      for (Field field : texts) {
        seen++;
        int most = field.schema().get("maxLength").asInt();
        boolean isTaken =
            faults(operation, field, scene, address, most).stream()
                .noneMatch(detail -> detail.contains("character"));
        if (!isTaken || faults(operation, field, scene, address, most + 1).isEmpty()) {
          surprises.add(operation + " " + field.pointer() + " " + most);
        }
      }
    }
    assertTrue(seen > 100, seen + " texts");
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  /** What stands against so many smileys in a field. */
  private static List<String> faults(
      Operation operation, Field field, Scene scene, String address, int length) {
    JsonNode text = JsonNodeFactory.instance.textNode("\uD83D\uDE00".repeat(length));
    JsonNode body = BodyFields.with(scene.body(operation), field.pointer(), text);
    var answer =
        scene.call(
            operation,
            address,
            new com.fasterxml.jackson.databind.ObjectMapper().convertValue(body, Map.class),
            Api.admin());
    List<Map<String, String>> errors =
        answer.statusCode() == 422 ? answer.path("errors") : List.of();
    return errors.stream()
        .filter(error -> field.pointer().equals(error.get("pointer")))
        .map(error -> error.get("detail"))
        .toList();
  }

  @Test
  void a_title_of_400_smileys_is_taken_and_kept() {
    String title = "\uD83D\uDE00".repeat(400);
    String source = make("/sources", with(aSource(), "title", title));
    Api.anyone().get("/sources/" + source).then().body("title", equalTo(title));
    post("/sources", with(aSource(), "title", title + "\uD83D\uDE00"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/title")));
  }

  private static ArrayNode list(int size) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    IntStream.range(0, size).forEach(i -> list.add(UUID.randomUUID().toString()));
    return list;
  }

  @Test
  void a_mebibyte_of_ids_is_one_fault() {
    post("/sources", with(aSource(), "sources", ids(26_000)))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/sources")))
        .body("errorCount", equalTo(1));
  }

  private static List<String> ids(int count) {
    return Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
  }

  @Test
  void a_hundred_faults_are_told_and_how_many_there_are() {
    post("/sources", with(aSource(), "sources", ids(500), "url", 5))
        .statusCode(422)
        .body("errors", hasSize(100))
        .body("errorCount", equalTo(501));
    post("/sources", Map.of("title", "t"))
        .body("errors", hasSize(2))
        .body("errorCount", equalTo(2));
    Api.anyone().get("/sources?limit=0").then().body("errorCount", equalTo(1));
  }

  @Test
  void references_of_a_body_are_looked_up_at_once() throws SQLException {
    String source = make("/sources", aSource());
    List<Map<String, String>> statements =
        IntStream.range(0, 100).mapToObj(i -> Map.of("text", "t" + i, "source", source)).toList();
    List<String> unknown = new ArrayList<>(ids(400));
    unknown.add(source);
    sql("create extension if not exists pg_stat_statements");
    sql("select pg_stat_statements_reset()");
    post("/sources", with(aSource(), "sources", unknown, "statements", statements))
        .statusCode(422)
        .body("errorCount", equalTo(400));
    assertEquals(
        1,
        count(
            "select coalesce(sum(calls), 0) from pg_stat_statements"
                + " where query ~ 'from sources' and query !~ 'pg_stat'"));
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private long count(String text) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(text)) {
      row.next();
      return row.getLong(1);
    }
  }
}
