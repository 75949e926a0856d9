package org.grappe;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.DemoProfile;
import org.grappe.testing.Drift;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.SchemaCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document says what the service does, says all of it, and its copy at the root is current. */
@QuarkusTest
@TestProfile(DemoProfile.class)
@QuarkusTestResource(RealPostgres.class)
class OpenApiContractTest {
  private OpenApi api;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  @Test
  void the_copy_at_the_root_is_what_is_served() throws IOException {
    List<String> drift =
        Drift.between(
            Files.readString(Path.of("openapi.yaml")), given().get("/openapi").asString());
    assertTrue(
        drift.isEmpty(),
        "openapi.yaml has drifted: run ./mvnw -DskipTests package, read its diff and commit it\n"
            + String.join("\n", drift));
  }

  @Test
  void a_page_shows_it() {
    given().get("/docs").then().statusCode(200).body(containsString("../openapi"));
  }

  @Test
  void every_operation_is_told_completely() {
    none(
        api.everything(),
        operation -> {
          JsonNode node = operation.node();
          String id = node.path("operationId").asText();
          return Stream.of(
                  no(id.matches("[a-z]+([A-Z][a-z]+)+"), "operationId is no verb and noun: " + id),
                  no(node.path("summary").asText().length() > 5, "no summary"),
                  no(node.path("description").asText().length() > 20, "no description"),
                  no(node.path("tags").size() == 1, "not one tag"))
              .flatMap(faults -> faults);
        });
    List<String> ids =
        api.everything().map(operation -> operation.node().path("operationId").asText()).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @Test
  void every_parameter_and_property_is_described() {
    none(
        api.everything(),
        operation ->
            api.parameters(operation)
                .filter(parameter -> !parameter.has("description") || !isShown(parameter))
                .map(parameter -> parameter.path("name") + " has no description or no example"));
    none(
        api.schemas().map(Map.Entry::getKey),
        name ->
            Stream.concat(
                    Stream.of(api.schema(name)).filter(schema -> !schema.has("description")),
                    OpenApi.members(api.schema(name).path("properties"))
                        .filter(property -> !isDescribed(property.getValue()))
                        .map(Map.Entry::getKey))
                .map(undescribed -> undescribed + " has no description"));
  }

  /** A cursor that the document shows would be refused by every service. */
  private static boolean isShown(JsonNode parameter) {
    return parameter.has("example") || parameter.path("name").asText().equals("cursor");
  }

  private boolean isDescribed(JsonNode property) {
    return property.has("description") || api.resolve(property).has("description");
  }

  @Test
  void whoever_writes_must_be_known_and_can_repeat_it() {
    none(
        api.operations().filter(operation -> !operation.method().equals("GET")),
        operation ->
            Stream.of(
                    no(operation.node().at("/responses").has("401"), "no 401"),
                    no(operation.node().path("security").size() == 1, "no security"),
                    no(takes(operation, header(operation)), "no " + header(operation)))
                .flatMap(faults -> faults));
  }

  private static String header(Operation operation) {
    return operation.method().equals("POST") ? "Idempotency-Key" : "If-Match";
  }

  @Test
  void every_body_has_examples_that_fit_its_schema() {
    none(
        api.everything(),
        operation ->
            Stream.concat(
                    Stream.of(operation.node().path("requestBody")),
                    OpenApi.items(operation.node().path("responses")))
                .flatMap(api::content)
                .flatMap(this::faultsOfExamples));
  }

  private Stream<String> faultsOfExamples(Map.Entry<String, JsonNode> content) {
    JsonNode media = content.getValue();
    List<JsonNode> examples = api.examples(media).toList();
    return Stream.concat(
        no(!examples.isEmpty(), "no example of " + content.getKey()),
        examples.stream()
            .flatMap(example -> SchemaCheck.faults(api, media.path("schema"), example).stream()));
  }

  @Test
  void every_example_of_a_new_record_is_taken() {
    none(
        api.operations().filter(operation -> operation.node().at("/responses").has("201")),
        operation ->
            api.content(operation.node().path("requestBody"))
                .flatMap(content -> api.examples(content.getValue()))
                .flatMap(
                    body -> {
                      Response answer =
                          Api.admin()
                              .basePath("")
                              .contentType("application/json")
                              .body(body.toString())
                              .post(api.address(operation));
                      // the demo data know of no division
                      int there = operation.path().contains("{division}") ? 404 : 201;
                      boolean isTaken = List.of(there, 409).contains(answer.statusCode());
                      return no(isTaken, answer.statusCode() + " " + answer.asString());
                    }));
  }

  @Test
  void every_GET_answers_as_it_is_told() {
    none(
        api.gets(),
        operation ->
            api.content(operation.node().at("/responses/200"))
                .flatMap(content -> answer(operation, content.getKey(), content.getValue())));
  }

  /** A record that the demo data set lacks is a problem. A stream of events has no end. */
  private Stream<String> answer(Operation operation, String type, JsonNode media) {
    if (type.equals("text/event-stream")) {
      return Stream.of();
    }
    Response answer = caller(operation).accept(type).get(api.address(operation));
    boolean isThere = answer.statusCode() == 200;
    boolean mayLack = operation.path().contains("{") && answer.statusCode() == 404;
    JsonNode problem = OpenApi.json("{\"$ref\": \"#/components/schemas/Problem\"}");
    return Stream.of(
            no(isThere || mayLack, answer.statusCode() + " for " + type),
            no(
                answer.contentType().startsWith(isThere ? type : "application/problem+json"),
                "answers " + answer.contentType()),
            type.equals("application/json")
                ? SchemaCheck.faults(
                    api, isThere ? media.path("schema") : problem, OpenApi.json(answer.asString()))
                    .stream()
                : Stream.<String>empty())
        .flatMap(faults -> faults);
  }

  @Test
  void every_parameter_of_a_list_can_be_asked() {
    none(
        api.gets(),
        operation ->
            api.parameters(operation)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> !parameter.path("name").asText().equals("cursor"))
                .flatMap(
                    parameter -> {
                      JsonNode example = parameter.path("example");
                      String name = parameter.path("name").asText();
                      boolean looksBack = name.equals("knownAt");
                      Response answer =
                          (looksBack ? Api.admin().basePath("") : caller(operation))
                              .queryParam(name, values(example))
                              .get(api.address(operation));
                      return no(
                          List.of(200, 404).contains(answer.statusCode()),
                          name + " " + answer.statusCode() + " " + answer.asString());
                    }));
  }

  /** All of a list, as one that compares needs two. */
  private static List<String> values(JsonNode example) {
    return example.isArray()
        ? example.valueStream().map(JsonNode::asText).toList()
        : List.of(example.asText());
  }

  /** Anyone, or an administrator where the operation asks for a credential. */
  private static RequestSpecification caller(Operation operation) {
    boolean isOpen = operation.node().path("security").isEmpty();
    return isOpen ? given() : Api.admin().basePath("");
  }

  private boolean takes(Operation operation, String name) {
    return api.parameters(operation)
        .anyMatch(parameter -> parameter.path("name").asText().equals(name));
  }

  private static Stream<String> no(boolean right, String fault) {
    return right ? Stream.empty() : Stream.of(fault);
  }

  private static <T> void none(Stream<T> things, Function<T, Stream<String>> faults) {
    List<String> all =
        things.flatMap(thing -> faults.apply(thing).map(fault -> thing + ": " + fault)).toList();
    assertTrue(all.isEmpty(), () -> all.size() + " faults\n" + String.join("\n", all));
  }
}
