package org.grappe.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.testing.Api;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Scene;
import org.grappe.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No request writes what is not its to write: what is answered only, or what there is not. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MassAssignmentTest {
  private OpenApi api;
  private final List<String> surprises = new CopyOnWriteArrayList<>();

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  @Test
  void every_field_that_is_not_to_be_written_is_refused_and_nothing_changes() {
    List<Operation> writes =
        api.operations()
            .filter(operation -> Set.of("POST", "PATCH").contains(operation.method()))
            .filter(operation -> !schema(operation).isMissingNode())
            .toList();
    assertTrue(writes.size() > 20, writes.toString());
    writes.parallelStream().forEach(this::tryAll);
    assertTrue(surprises.isEmpty(), String.join("\n", surprises));
  }

  private void tryAll(Operation operation) {
    Scene scene = new Scene();
    String address = scene.address(operation);
    boolean changes = operation.method().equals("PATCH");
    String before = changes ? Api.admin().basePath("").get(address).asString() : "";
    for (String field : foreign(operation)) {
      Map<String, Object> body = new HashMap<>();
      ((Map<?, ?>) scene.body(operation)).forEach((name, value) -> body.put((String) name, value));
      body.put(field, "1");
      HttpResponse<String> answer =
          Wire.call(operation, address, body).bearer(Api.ADMIN_KEY).send();
      List<String> pointers =
          answer.statusCode() == 422
              ? OpenApi.json(answer.body()).path("errors").findValuesAsText("pointer")
              : List.of();
      if (!pointers.contains("/" + field)) {
        surprises.add(operation + " takes " + field + ": " + answer.statusCode());
      }
    }
    if (changes) {
      assertEquals(before, Api.admin().basePath("").get(address).asString(), address);
    }
  }

  /** What any answer of this record has that the request does not, and what nobody has. */
  private Set<String> foreign(Operation operation) {
    Set<String> foreign =
        Stream.of("200", "201")
            .map(status -> operation.node().at("/responses/" + status))
            .flatMap(api::content)
            .flatMap(content -> names(content.getValue().path("schema")).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    foreign.addAll(
        Set.of(
            "id", "version", "createdAt", "updatedAt", "status", "secret", "secretHash", "search"));
    foreign.add("anything");
    foreign.removeAll(names(schema(operation)));
    return foreign;
  }

  private JsonNode schema(Operation operation) {
    return api.content(operation.node().path("requestBody"))
        .filter(content -> content.getKey().contains("json"))
        .map(content -> content.getValue().path("schema"))
        .findFirst()
        .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
  }

  private Set<String> names(JsonNode schema) {
    return OpenApi.members(api.resolve(schema).path("properties"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
