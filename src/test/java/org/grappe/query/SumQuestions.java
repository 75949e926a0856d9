package org.grappe.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;

/** The sums by each group that the document names, by itself and divided by each divisor. */
final class SumQuestions {
  private static final String PATH = "/api/v1/subsidy-lines/summary";

  private SumQuestions() {}

  static List<String> all(OpenApi document) {
    return choices(document, "by")
        .flatMap(
            by ->
                Stream.concat(
                        Stream.of(""), choices(document, "per").map(divisor -> "&per=" + divisor))
                    .map(per -> PATH + "?by=" + by + per))
        .toList();
  }

  private static Stream<String> choices(OpenApi document, String name) {
    JsonNode parameter =
        document
            .gets()
            .filter(one -> one.path().equals(PATH))
            .flatMap(document::parameters)
            .filter(one -> one.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow();
    JsonNode schema = document.resolve(parameter.path("schema"));
    return Stream.of(schema, document.resolve(schema.path("items")))
        .flatMap(one -> OpenApi.items(one.path("enum")))
        .map(JsonNode::asText);
  }
}
