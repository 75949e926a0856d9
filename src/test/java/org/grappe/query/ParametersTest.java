package org.grappe.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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

/** What holds for every query parameter of the document. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ParametersTest {
  private OpenApi api;

  @BeforeEach
  void read() {
    api = OpenApi.served();
  }

  /** One parameter of an operation whose records are there. */
  private record Case(Operation operation, String address, JsonNode parameter, Object body) {
    String name() {
      return parameter.path("name").asText();
    }

    boolean isList() {
      return parameter.at("/schema/type").asText().equals("array");
    }

    String example() {
      JsonNode example = parameter.path("example");
      return example.isArray() ? example.get(0).asText() : example.asText();
    }

    /** The answer to the operation with this parameter given these values. */
    HttpResponse<String> ask(String... values) {
      String query =
          Stream.of(values)
              .map(value -> name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return Wire.call(operation, address.replaceFirst("\\?.*", "") + "?" + query, body)
          .bearer(Api.ADMIN_KEY)
          .send();
    }
  }

  /** What is surprising about each parameter. */
  private List<String> surprises(BiConsumer<Case, List<String>> asked) {
    List<String> surprises = new ArrayList<>();
    for (Operation operation : api.operations().toList()) {
      List<JsonNode> parameters =
          api.parameters(operation)
              .filter(parameter -> parameter.path("in").asText().equals("query"))
              .toList();
      if (!parameters.isEmpty()) {
        Scene scene = new Scene();
        String address = scene.address(operation);
        Object body = scene.body(operation);
        parameters.forEach(
            parameter -> asked.accept(new Case(operation, address, parameter, body), surprises));
      }
    }
    return surprises;
  }

  private static void expectRefusal(Case one, HttpResponse<String> answer, List<String> surprises) {
    boolean isRefused =
        answer.statusCode() == 400
            && answer.body().contains("/problems/invalid-parameter")
            && OpenApi.json(answer.body())
                .path("errors")
                .findValuesAsText("parameter")
                .equals(List.of(one.name()));
    if (!isRefused) {
      surprises.add(one.operation() + " " + one.name() + " " + answer.body());
    }
  }

  @Test
  void its_example_is_no_fault_of_the_service() {
    assertEquals(
        List.of(),
        surprises(
            (one, surprises) -> {
              HttpResponse<String> answer = one.ask(one.example());
              if (answer.statusCode() >= 500) {
                surprises.add(one.operation() + " " + one.name() + " " + answer.body());
              }
            }));
  }

  /** Those which other addresses take, and this one does not. */
  @Test
  void what_an_operation_does_not_tell_is_refused_by_name() {
    Set<String> all =
        api.operations()
            .filter(operation -> operation.method().equals("GET"))
            .flatMap(this::told)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(all.containsAll(List.of("limit", "count", "separator", "wait")), all.toString());
    List<String> taken = new ArrayList<>();
    List<Operation> versioned =
        Stream.concat(
                api.operations(),
                api.everything().filter(one -> one.path().matches(".*[.](csv|ndjson)")))
            .filter(operation -> operation.path().startsWith("/api/"))
            .toList();
    for (Operation operation : versioned) {
      Scene scene = new Scene();
      String address = scene.address(operation).replaceFirst("\\?.*", "");
      Object body = scene.body(operation);
      Set<String> untold = new TreeSet<>(all);
      told(operation).forEach(untold::remove);
      for (String name : untold) {
        HttpResponse<String> answer =
            Wire.call(operation, address + "?" + name + "=1", body).bearer(Api.ADMIN_KEY).send();
        boolean isRefused =
            answer.statusCode() == 400
                && answer.body().contains("/problems/unknown-parameter")
                && OpenApi.json(answer.body())
                    .path("errors")
                    .findValuesAsText("parameter")
                    .equals(List.of(name));
        if (!isRefused) {
          taken.add(operation + " " + name + " " + answer.statusCode());
        }
      }
    }
    assertEquals(List.of(), taken);
  }

  private Stream<String> told(Operation operation) {
    return api.parameters(operation)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText());
  }

  @Test
  void a_number_without_a_bound_is_never_too_large() {
    List<String> asked = new ArrayList<>();
    List<String> surprises =
        surprises(
            (one, found) -> {
              // years have four digits
              if (one.parameter().path("schema").has("minimum")) {
                asked.add(one.name());
                for (String large : List.of("2147483648", "99999999999999999999")) {
                  HttpResponse<String> answer = one.ask(large);
                  if (answer.statusCode() != 200) {
                    found.add(one.operation() + " " + one.name() + " " + answer.body());
                  }
                }
              }
            });
    assertEquals(List.of(), surprises);
    assertTrue(asked.containsAll(List.of("limit", "wait")), asked.toString());
  }

  @Test
  void an_empty_value_is_refused_by_name() {
    assertEquals(
        List.of(),
        surprises(
            (one, surprises) -> {
              for (String nothing : new String[] {"", " "}) {
                expectRefusal(one, one.ask(nothing), surprises);
              }
            }));
  }

  @Test
  void one_that_takes_one_value_is_refused_by_name_where_it_is_repeated() {
    assertEquals(
        List.of(),
        surprises(
            (one, surprises) -> {
              if (!one.isList()) {
                expectRefusal(one, one.ask(one.example(), one.example()), surprises);
              }
            }));
  }

  @Test
  void all_is_every_status() {
    List<String> asked = new ArrayList<>();
    List<String> surprises =
        surprises(
            (one, found) -> {
              if (one.name().equals("status") && one.isList()) {
                asked.add(one.operation().path());
                List<String> names = new ArrayList<>();
                one.parameter().at("/schema/items/enum").forEach(it -> names.add(it.asText()));
                names.remove("ALL");
                HttpResponse<String> all = one.ask("all");
                boolean isList =
                    all.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/json");
                if (all.statusCode() != 200
                    || (isList && !items(all).equals(items(one.ask(String.join(",", names)))))) {
                  found.add(one.operation() + " " + all.body());
                }
              }
            });
    assertEquals(List.of(), surprises);
    assertTrue(asked.size() > 10, asked.toString());
  }

  @Test
  void one_that_takes_several_takes_them_repeated_or_set_apart_by_commas() {
    List<String> lists = new ArrayList<>();
    List<String> surprises =
        surprises(
            (one, found) -> {
              if (one.isList()) {
                lists.add(one.name());
                String other = other(one);
                HttpResponse<String> repeated = one.ask(one.example(), other);
                HttpResponse<String> joined = one.ask(one.example() + "," + other);
                if (repeated.statusCode() != joined.statusCode()
                    || !List.of(200, 404).contains(joined.statusCode())
                    || !items(repeated).equals(items(joined))) {
                  found.add(one.operation() + " " + one.name() + repeated.body());
                }
                expectRefusal(one, one.ask(one.example(), ""), found);
                expectExploded(one, found);
              }
            });
    assertEquals(List.of(), surprises);
    assertEquals(true, lists.contains("status") && lists.contains("by"), lists.toString());
  }

  private static void expectExploded(Case one, List<String> surprises) {
    if (!one.parameter().path("style").asText("form").equals("form")
        || !one.parameter().path("explode").asBoolean(true)) {
      surprises.add(one.operation() + " " + one.name() + " is not told as repeated");
    }
  }

  private String other(Case one) {
    JsonNode items = api.resolve(one.parameter().at("/schema/items"));
    JsonNode values = items.path("enum");
    return values.size() > 1
        ? values.get(1).asText()
        : OpenApi.items(one.parameter().path("example")).skip(1).findFirst().orElseThrow().asText();
  }

  private static Object items(HttpResponse<String> answer) {
    // no two cursors of changes are alike
    return answer.body().startsWith("{")
        ? OpenApi.json(answer.body().replaceAll("\"cursor\":\"[^\"]*\",", "")).path("items")
        : "";
  }
}
