package org.grappe.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The document that the service serves of itself, as the tests read it. */
public final class OpenApi {
  private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete", "put");
  private static final List<String> EXPORTS = List.of(".csv", ".ndjson");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final JsonNode root;

  private OpenApi(JsonNode root) {
    this.root = root;
  }

  /**
   * One operation of it.
   *
   * @param path as a template
   * @param method in capitals
   */
  public record Operation(String path, String method, JsonNode node) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public static OpenApi served() {
    return of(given().get("/openapi?format=json"));
  }

  /** The document that this answer is. */
  public static OpenApi of(Response answer) {
    return new OpenApi(json(answer.asString()));
  }

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }

  /**
   * What there is to call, each once: a list with the files that are answered at its own address,
   * too.
   */
  public Stream<Operation> operations() {
    Map<String, Operation> exports =
        everything()
            .filter(OpenApi::isExport)
            .collect(Collectors.toMap(Operation::path, export -> export));
    return everything()
        .filter(operation -> !isExport(operation))
        .map(operation -> withExports(operation, exports));
  }

  private static boolean isExport(Operation operation) {
    return EXPORTS.stream().anyMatch(operation.path()::endsWith);
  }

  private Operation withExports(Operation list, Map<String, Operation> exports) {
    if (!list.method().equals("GET")) {
      return list;
    }
    ArrayNode parameters = (ArrayNode) list.node().path("parameters");
    for (String ending : EXPORTS) {
      Operation export = exports.get(list.path() + ending);
      if (export != null) {
        Set<String> names = new HashSet<>(parameters.findValuesAsText("name"));
        parameters(export)
            .filter(parameter -> names.add(parameter.path("name").asText()))
            .forEach(parameters::add);
        ((ObjectNode) list.node().at("/responses/200/content"))
            .setAll((ObjectNode) export.node().at("/responses/200/content"));
      }
    }
    return list;
  }

  /** Every operation as the document has it. */
  public Stream<Operation> everything() {
    return members(root.path("paths"))
        .flatMap(
            path ->
                members(path.getValue())
                    .filter(member -> METHODS.contains(member.getKey()))
                    .map(
                        member ->
                            new Operation(
                                path.getKey(),
                                member.getKey().toUpperCase(Locale.ROOT),
                                told(path.getValue(), member.getValue()))));
  }

  /**
   * An operation with its parameters and answers in place, wherever the document tells them; what
   * anyone may call has no security.
   */
  private JsonNode told(JsonNode path, JsonNode operation) {
    ObjectNode whole = operation.deepCopy();
    ArrayNode parameters = whole.putArray("parameters");
    Stream.of(path, operation)
        .flatMap(place -> items(place.path("parameters")))
        .map(this::resolve)
        .forEach(parameters::add);
    ObjectNode answers = whole.putObject("responses");
    members(operation.path("responses"))
        .forEach(answer -> answers.set(answer.getKey(), resolve(answer.getValue()).deepCopy()));
    // one of the ways to be let in is to show nothing
    if (items(operation.path("security")).anyMatch(JsonNode::isEmpty)) {
      whole.putArray("security");
    }
    return whole;
  }

  public Stream<Operation> gets() {
    return operations().filter(operation -> operation.method().equals("GET"));
  }

  public Stream<JsonNode> parameters(Operation operation) {
    return items(operation.node().path("parameters")).map(this::resolve);
  }

  public Stream<Map.Entry<String, JsonNode>> schemas() {
    return members(root.at("/components/schemas"));
  }

  public JsonNode schema(String name) {
    return root.at("/components/schemas/" + name);
  }

  /** The content types of an answer, or of a request's body, and what is said of each. */
  public Stream<Map.Entry<String, JsonNode>> content(JsonNode body) {
    return members(resolve(body).path("content"));
  }

  /** Each example of a content, or else of its schema. */
  public Stream<JsonNode> examples(JsonNode media) {
    List<JsonNode> own =
        Stream.concat(
                items(media.path("examples")).map(example -> resolve(example).path("value")),
                Stream.of(media.path("example")).filter(example -> !example.isMissingNode()))
            .toList();
    return own.isEmpty() ? shown(media.path("schema")) : own.stream();
  }

  /** What a schema shows; a page is shown by its items. */
  private Stream<JsonNode> shown(JsonNode said) {
    JsonNode schema = resolve(said);
    JsonNode item = schema.at("/properties/items/items");
    return schema.has("examples") || item.isMissingNode()
        ? items(schema.path("examples"))
        : shown(item)
            .map(
                one -> {
                  ObjectNode page = MAPPER.createObjectNode();
                  page.putArray("items").add(one);
                  return page;
                });
  }

  /** What a reference stands for. */
  public JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** The address that the examples of an operation's path parameters make. */
  public String address(Operation operation) {
    String address = operation.path();
    for (JsonNode parameter : parameters(operation).toList()) {
      if (parameter.path("in").asText().equals("path")) {
        String name = parameter.path("name").asText();
        address = address.replace("{" + name + "}", parameter.path("example").asText());
      }
    }
    return address;
  }

  public static Stream<Map.Entry<String, JsonNode>> members(JsonNode node) {
    return node.properties().stream();
  }

  public static Stream<JsonNode> items(JsonNode node) {
    Iterator<JsonNode> items = node.elements();
    Iterable<JsonNode> all = () -> items;
    return StreamSupport.stream(all.spliterator(), false);
  }
}
