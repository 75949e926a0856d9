package org.grappe.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What stands in one cell. */
final class CsvCell {
  private static final ObjectWriter JSON =
      new ObjectMapper().writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  /**
   * What a spreadsheet takes for a formula: these signs, full-width and small forms among them,
   * after whatever blanks and invisible characters it passes over.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\t\\r\\n].*|[\\p{IsWhite_Space}\\p{Cc}\\p{Cf}\\u034F\\u115F\\u1160\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0]*+"
              + "[=+@＝＋－＠﹢﹣﹦﹫\\u2212-].*",
          Pattern.DOTALL);

  private static final Set<String> REFERENCE = Set.of("id", "name", "slug");

  private CsvCell() {}

  /** A value by itself; numbers without an exponent. */
  static String of(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isNumber()) {
      return node.decimalValue().toPlainString();
    }
    return node.isArray() ? list(node) : json(node);
  }

  /** Several, set apart; those that say more than a value or a reference are told in JSON. */
  private static String list(JsonNode array) {
    if (items(array).anyMatch(item -> item.isContainerNode() && !isReference(item))) {
      return json(array);
    }
    return items(array)
        .map(item -> isReference(item) ? item.get("id").asText() : of(item))
        .collect(Collectors.joining("|"));
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** Nothing but where it is found and what it is called; what says more is told whole. */
  private static boolean isReference(JsonNode item) {
    return item.isObject()
        && item.has("id")
        && item.properties().stream().allMatch(member -> REFERENCE.contains(member.getKey()));
  }

  /** A value in JSON, whatever it is. */
  static String json(JsonNode node) {
    try {
      return JSON.writeValueAsString(plain(node));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Money within something deeper is said in words: {@code 24000.00 EUR}. */
  private static JsonNode plain(JsonNode node) {
    if (isMoney(node)) {
      return TextNode.valueOf(of(node.get("amount")) + " " + node.get("currency").asText());
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(member -> copy.set(member.getKey(), plain(member.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(plain(item)));
      return copy;
    }
    return node;
  }

  private static boolean isMoney(JsonNode node) {
    return node.size() == 2 && node.path("amount").isNumber() && node.path("currency").isTextual();
  }

  /** A text that a spreadsheet would compute is shown as text (OWASP, CSV injection). */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
