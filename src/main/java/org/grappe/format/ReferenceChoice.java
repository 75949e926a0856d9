package org.grappe.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.grappe.value.Ref;
import org.grappe.value.RegionRef;

/** A record of references of which one is there: whose something is, who hosts. */
final class ReferenceChoice {
  private ReferenceChoice() {}

  /** Whether records of this type are such. */
  static boolean is(Class<?> type) {
    return type.isRecord()
        && type != Ref.class
        && Arrays.stream(type.getRecordComponents())
            .allMatch(one -> isReference(one.getType()) || isPlace(one.getType()));
  }

  private static boolean isReference(Class<?> type) {
    return type == Ref.class || type == RegionRef.class;
  }

  /** A reference with a name of its own, such as a trade in a region. */
  private static boolean isPlace(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .allMatch(one -> isReference(one.getType()) || one.getType() == String.class);
  }

  static JsonNode id(JsonNode choice) {
    return first(referred(choice), "id", "code");
  }

  static JsonNode name(JsonNode choice) {
    return first(chosen(choice), "name");
  }

  /** Which kind of reference is there. */
  static JsonNode kind(JsonNode choice) {
    return choice.properties().stream()
        .filter(member -> member.getValue().isObject())
        .map(Map.Entry::getKey)
        .findFirst()
        .<JsonNode>map(
            kind -> TextNode.valueOf(kind.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)))
        .orElse(choice.path(""));
  }

  private static JsonNode chosen(JsonNode choice) {
    return choice.properties().stream()
        .map(Map.Entry::getValue)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(choice.path(""));
  }

  /** The reference itself, or the one within. */
  private static JsonNode referred(JsonNode choice) {
    JsonNode chosen = chosen(choice);
    return chosen.has("id") || chosen.has("code") ? chosen : chosen(chosen);
  }

  private static JsonNode first(JsonNode node, String... names) {
    return Arrays.stream(names)
        .map(node::path)
        .filter(found -> !found.isMissingNode())
        .findFirst()
        .orElse(node.path(""));
  }
}
