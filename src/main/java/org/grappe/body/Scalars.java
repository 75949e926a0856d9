package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.grappe.value.Numbers;
import org.grappe.value.PartialDate;
import org.grappe.value.Slugs;
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
      return wrong(at, type.isEnum() ? "type.choice" : "type.string", violations, choices(type));
    }
    return text(node.textValue(), type, at, violations);
  }

  private static Object text(String text, Class<?> type, String at, Violations violations) {
    if (type == String.class) {
      return Texts.showsNothing(text) ? wrong(at, "field.blank", violations) : text;
    }
    if (type.isEnum()) {
      return choice(text, type, at, violations);
    }
    if (type == UUID.class) {
      var id = Slugs.id(text);
      return id.isPresent() ? id.get() : wrong(at, "type.id", violations);
    }
    try {
      if (type == PartialDate.class) {
        return new PartialDate(text);
      }
      if (type == LocalDate.class) {
        return PartialDate.inRange(LocalDate.parse(text));
      }
      if (type == LocalTime.class) {
        return time(text);
      }
      if (type == Instant.class) {
        return Instant.parse(text);
      }
    } catch (DateTimeException impossible) {
      return wrong(at, unread(type), violations, text);
    }
    throw new IllegalStateException("no reader for " + type.getSimpleName());
  }

  /** To the second: finer times are no one's appointment. */
  private static LocalTime time(String text) {
    LocalTime time = LocalTime.parse(text);
    if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new DateTimeException("finer than a second");
    }
    return time;
  }

  private static String unread(Class<?> type) {
    return type == PartialDate.class
        ? "type.partial-date"
        : type == LocalTime.class ? "type.time" : "type.date";
  }

  private static Object choice(String text, Class<?> type, String at, Violations violations) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    return wrong(at, "type.choice", violations, choices(type));
  }

  private static Object decimal(JsonNode node, String at, Violations violations) {
    BigDecimal value = node.decimalValue();
    return Numbers.isBounded(value) ? value : wrong(at, "type.number-range", violations);
  }

  private static String choices(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.joining(", "))
        : "";
  }

  private static Object wrong(String at, String key, Violations violations, Object... args) {
    violations.add(at, key, args);
    return null;
  }
}
