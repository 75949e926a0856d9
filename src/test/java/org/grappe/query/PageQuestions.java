package org.grappe.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.grappe.testing.OpenApi;
import org.grappe.testing.OpenApi.Operation;

/**
 * All that the document lets anybody ask of its lists for a page: each filter, with predecessors
 * where it may have them, and with each order.
 */
final class PageQuestions {
  /** How much, of what is told, from where, and by what knowledge: no filters. */
  private static final Set<String> NO_FILTERS =
      Set.of(
          "cursor",
          "limit",
          "count",
          "fields",
          "expand",
          "separator",
          "bom",
          "sort",
          "after",
          "wait",
          "embed",
          "types",
          "knownAt");

  private static final String WIDE = "includePredecessors";

  /** What a family may be asked for. */
  private static final Set<String> OF_A_FAMILY = Set.of("cluster", "memberOf", "funder", "subject");

  private static final int LIMIT = 50;
  private final OpenApi document;
  private final KnownValues values;

  PageQuestions(OpenApi document, KnownValues values) {
    this.document = document;
    this.values = values;
  }

  /** The addresses, each once. */
  List<String> all() throws SQLException {
    List<String> all = new ArrayList<>();
    for (Operation list : document.gets().filter(this::isPaged).toList()) {
      for (String address : values.addresses(list.path())) {
        for (Map<String, String> query : queries(list)) {
          all.add(address + "?limit=" + LIMIT + written(query));
        }
      }
    }
    return all;
  }

  /** What is told as a whole has no pages, whatever its limit; each has his own webhooks. */
  private boolean isPaged(Operation list) {
    return !list.path().startsWith("/api/v1/webhooks/")
        && document.parameters(list).anyMatch(one -> one.path("name").asText().equals("limit"))
        && document
            .content(list.node().path("responses").path("200"))
            .anyMatch(type -> !type.getKey().equals("text/csv"));
  }

  private List<Map<String, String>> queries(Operation list) throws SQLException {
    List<Map<String, String>> narrowed = new ArrayList<>(List.of(Map.of()));
    List<String> orders = List.of();
    List<JsonNode> parameters =
        document
            .parameters(list)
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .toList();
    boolean mayBeWide = parameters.stream().anyMatch(one -> one.path("name").asText().equals(WIDE));
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asText();
      if (name.equals("sort")) {
        orders = choices(parameter);
      } else if (!NO_FILTERS.contains(name) && !name.equals(WIDE)) {
        for (String value : said(parameter)) {
          narrowed.add(Map.of(name, value));
          if (mayBeWide && OF_A_FAMILY.contains(name)) {
            narrowed.add(with(Map.of(name, value), WIDE, "true"));
          }
        }
      }
    }
    List<Map<String, String>> all = new ArrayList<>(narrowed);
    for (String order : orders) {
      narrowed.forEach(one -> all.add(with(one, "sort", order)));
    }
    return all;
  }

  private List<String> said(JsonNode parameter) throws SQLException {
    List<String> choices = choices(parameter);
    return choices.isEmpty() ? values.of(parameter.path("name").asText()) : choices;
  }

  private List<String> choices(JsonNode parameter) {
    JsonNode schema = document.resolve(parameter.path("schema"));
    return Stream.of(schema, document.resolve(schema.path("items")))
        .flatMap(one -> OpenApi.items(one.path("enum")))
        .map(JsonNode::asText)
        .toList();
  }

  private static Map<String, String> with(Map<String, String> query, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return more;
  }

  private static String written(Map<String, String> query) {
    return query.entrySet().stream()
        .map(one -> "&" + one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(joining());
  }
}
