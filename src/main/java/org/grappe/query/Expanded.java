package org.grappe.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.grappe.value.Slugs;

/**
 * What the references of a page have beside their ids and names.
 *
 * @param members by the id of what is referred to; what is not known is null
 */
public record Expanded(Map<UUID, Map<String, String>> members) {

  /** Puts it into the references of an item. */
  public void into(JsonNode item) {
    references(
        item,
        (id, reference) ->
            members
                .getOrDefault(id, Map.of())
                .forEach(
                    (name, value) ->
                        Optional.ofNullable(value).ifPresent(known -> reference.put(name, known))));
  }

  /** The references in an item, which is none itself. */
  static void references(JsonNode item, BiConsumer<UUID, ObjectNode> each) {
    for (JsonNode member : item) {
      if (member instanceof ObjectNode object && isReference(object)) {
        Slugs.id(object.get("id").textValue()).ifPresent(id -> each.accept(id, object));
      }
      references(member, each);
    }
  }

  private static boolean isReference(ObjectNode object) {
    return object.path("id").isTextual() && object.has("name");
  }
}
