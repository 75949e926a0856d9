package org.grappe.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.testing.OpenApi.Operation;

/** Every field of the body of an operation, nested ones and items of lists among them. */
public final class BodyFields {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final OpenApi api;
  private final List<Field> fields = new ArrayList<>();

  private BodyFields(OpenApi api) {
    this.api = api;
  }

  /**
   * One field.
   *
   * @param pointer where it stands; the item of a list at 0
   * @param schema what the document says of it
   */
  public record Field(String pointer, JsonNode schema) {
    public boolean isOf(String type) {
      JsonNode types = schema.path("type");
      return types.isArray()
          ? OpenApi.items(types).anyMatch(one -> one.asText().equals(type))
          : types.asText().equals(type);
    }
  }

  /** The fields that the document tells of this operation's JSON body; none where it has none. */
  public static List<Field> of(OpenApi api, Operation operation) {
    BodyFields walk = new BodyFields(api);
    api.content(operation.node().path("requestBody"))
        .filter(content -> content.getKey().contains("json"))
        .forEach(content -> walk.members(content.getValue().path("schema"), ""));
    return walk.fields;
  }

  private void members(JsonNode said, String at) {
    JsonNode schema = api.resolve(said);
    OpenApi.members(schema.path("properties"))
        .forEach(member -> field(member.getValue(), at + "/" + member.getKey()));
    OpenApi.items(schema.path("anyOf")).forEach(choice -> members(choice, at));
  }

  private void field(JsonNode said, String at) {
    JsonNode schema = plain(api.resolve(said));
    fields.add(new Field(at, schema));
    members(schema, at);
    OpenApi.items(schema.path("anyOf"))
        .map(api::resolve)
        .filter(choice -> choice.path("type").asText().equals("string"))
        .forEach(choice -> fields.add(new Field(at, orObject(choice))));
    if (schema.has("items")) {
      field(schema.get("items"), at + "/0");
    }
  }

  /** What a field is that may be null besides. */
  private JsonNode plain(JsonNode schema) {
    List<JsonNode> choices =
        OpenApi.items(schema.path("anyOf"))
            .filter(choice -> !choice.path("type").asText().equals("null"))
            .toList();
    return choices.size() == 1 ? api.resolve(choices.get(0)) : schema;
  }

  /** A text that stands for an object, which the same field takes too. */
  private static JsonNode orObject(JsonNode choice) {
    ObjectNode either = choice.deepCopy();
    either.set("type", array().add("string").add("object"));
    return either;
  }

  /** The body with this value in that place, and whatever has to be around it. */
  public static JsonNode with(Object body, String pointer, JsonNode value) {
    ObjectNode root = JSON.valueToTree(body instanceof Map<?, ?> ? body : Map.of());
    JsonNode at = root;
    String[] steps = pointer.substring(1).split("/");
    for (int i = 0; i < steps.length; i++) {
      boolean last = i == steps.length - 1;
      JsonNode around = !last && steps[i + 1].equals("0") ? array() : object();
      at = step(at, steps[i], last ? value : around, last);
    }
    return root;
  }

  private static JsonNode step(JsonNode at, String name, JsonNode value, boolean last) {
    if (at instanceof ArrayNode list) {
      if (list.isEmpty()) {
        list.add(value);
      } else if (last || list.get(0).getNodeType() != value.getNodeType()) {
        list.set(0, value);
      }
      return list.get(0);
    }
    ObjectNode object = (ObjectNode) at;
    JsonNode there = object.get(name);
    if (last || there == null || there.getNodeType() != value.getNodeType()) {
      object.set(name, value);
    }
    return object.get(name);
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
