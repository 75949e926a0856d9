package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.grappe.value.Numbers;
import org.grappe.value.PartialDate;
import org.grappe.value.Texts;
import org.grappe.value.Violations;

/** Reads the single values of a body, each refused in words of the contract. */
final class Scalars {
  private Scalars() {}

  /** Whether a record type is a single value on the wire. */
  static boolean reads(Class<?> type) {
    return type == PartialDate.class;
  }

  /** The value, or null after a fault. */
  static Object read(JsonNode node, Class<?> type, String at, Violations violations) {
    if (type == JsonNode.class) {
      // who takes a list says of what
      if (!node.isTextual() && !node.isNumber() && !node.isArray()) {
        return wrong(at, "type.scalar", violations);
      }
      return node.isTextual() && Texts.showsNothing(node.textValue())
          ? wrong(at, "field.blank", violations)
          : node;
    }
    if (type == boolean.class || type == Boolean.class) {
      return node.isBoolean()
          ? (Object) node.booleanValue()
          : wrong(at, "type.boolean", violations);
    }
    if (type == Integer.class || type == int.class) {
      return node.isNumber() && Numbers.isInteger(node.decimalValue())
          ? (Object) node.decimalValue().intValueExact()
          : wrong(at, "type.integer", violations);
    }
    if (type == BigDecimal.class) {
      return node.isNumber() ? decimal(node, at, violations) : wrong(at, "type.number", violations);
    }
    if (!node.isTextual()) {
      return wrong(at, type.isEnum() ? "type.choice" : "type.string", violations, Choices.of(type));
    }
    return ScalarTexts.read(node.textValue(), type, at, violations);
  }

  private static Object decimal(JsonNode node, String at, Violations violations) {
    BigDecimal value = node.decimalValue();
    return Numbers.isBounded(value) ? value : wrong(at, "type.number-range", violations);
  }

  /** The fault, in place of a value. */
  static Object wrong(String at, String key, Violations violations, Object... args) {
    violations.add(at, key, args);
    return null;
  }
}
