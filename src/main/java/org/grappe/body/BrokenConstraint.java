package org.grappe.body;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.value.Texts;
import org.grappe.value.Violations;

/**
 * A constraint of Bean Validation that a body breaks, told in the contract's words.
 *
 * @param pointer where, as a JSON pointer
 * @param value what breaks it
 */
record BrokenConstraint(String pointer, Object value, ConstraintViolation<?> violation) {

  BrokenConstraint(ConstraintViolation<?> violation) {
    this(pointer(violation.getPropertyPath()), violation.getInvalidValue(), violation);
  }

  private static String pointer(Path path) {
    List<String> steps = new ArrayList<>();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        steps.add(node.getIndex().toString());
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        steps.add(node.getName());
      }
    }
    return "/" + String.join("/", steps);
  }

  /** Which rule it breaks. */
  String rule() {
    return violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
  }

  /** Whether a list is too short only for what in it is wrong, which is told by itself. */
  boolean isMendedBy(JsonNode given) {
    JsonNode items = given.at(pointer);
    return value instanceof List<?> left
        && items.isArray()
        && items.size() > left.size()
        && items.size() >= least();
  }

  private int least() {
    Object least = violation.getConstraintDescriptor().getAttributes().get("min");
    return least instanceof Integer min ? min : 1;
  }

  /** Adds what is wrong. */
  void tell(Violations violations) {
    Map<String, Object> given = violation.getConstraintDescriptor().getAttributes();
    switch (rule()) {
      case "NotNull", "NotEmpty" -> violations.add(pointer, "field.missing");
      case "NotBlank" -> violations.add(pointer, value == null ? "field.missing" : "field.blank");
      case "Size" -> tellSize(given, violations);
      case "Min", "DecimalMin", "PositiveOrZero" ->
          violations.add(pointer, "number.min", given.getOrDefault("value", 0));
      case "Max", "DecimalMax" -> violations.add(pointer, "number.max", given.get("value"));
      case "Digits" ->
          violations.add(pointer, "number.digits", given.get("integer"), given.get("fraction"));
      default -> violations.add(pointer, violation.getMessageTemplate().replaceAll("[{}]", ""));
    }
  }

  private void tellSize(Map<String, Object> given, Violations violations) {
    boolean list = value instanceof List<?>;
    int size = value instanceof List<?> items ? items.size() : Texts.length(String.valueOf(value));
    String bound = size < (int) given.get("min") ? "min" : "max";
    violations.add(pointer, (list ? "items." : "size.") + bound, given.get(bound));
  }
}
