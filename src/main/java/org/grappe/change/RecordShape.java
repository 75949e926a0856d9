package org.grappe.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column holds, as the wire has it: references as objects, instants in UTC. */
final class RecordShape {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

  private RecordShape() {}

  /** A column's name on the wire. */
  static String member(String column) {
    return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  /**
   * A column's value.
   *
   * @param isReference whether the column has ids of other records
   */
  static JsonNode of(String column, JsonNode value, boolean isReference) {
    if (column.endsWith("_at") && value.isTextual()) {
      return NODES.textNode(OffsetDateTime.parse(value.asText()).toInstant().toString());
    }
    return isReference || value.isContainerNode() || column.equals("region")
        ? shaped(column, value, isReference)
        : value;
  }

  private static JsonNode shaped(String name, JsonNode value, boolean isReference) {
    if (value.isObject()) {
      ObjectNode object = NODES.objectNode();
      value
          .properties()
          .forEach(
              member ->
                  object.set(
                      member.getKey(),
                      shaped(member.getKey(), member.getValue(), !member.getKey().equals("id"))));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = NODES.arrayNode();
      value.forEach(item -> array.add(shaped(name, item, isReference)));
      return array;
    }
    if (value instanceof TextNode && name.equals("region")) {
      return NODES.objectNode().set("code", value);
    }
    if (value instanceof TextNode && isReference && ID.matcher(value.asText()).matches()) {
      return NODES.objectNode().set("id", value);
    }
    return value;
  }
}
