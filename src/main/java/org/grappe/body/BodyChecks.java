package org.grappe.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Texts;
import org.grappe.value.Violations;

/** Turns a JSON object into a valid record, or tells all that is wrong with it. */
@ApplicationScoped
public class BodyChecks {
  private final Validator validator;
  private final References.Finder finder;

  BodyChecks(Validator validator, DatabaseFinder finder) {
    this.validator = validator;
    this.finder = finder;
  }

  /**
   * The record.
   *
   * @throws Problem {@code validation-failed} with every fault of shape, or else every broken rule
   */
  public <R> R read(ObjectNode object, Class<R> type) {
    return read(object, type, new Violations());
  }

  /** The same, beside faults that are known already. */
  public <R> R read(ObjectNode object, Class<R> type, Violations violations) {
    R body =
        new BodyBinder(ReferenceResolver.in(object, type, finder), violations)
            .read(object, type, "");
    for (ConstraintViolation<R> violation : validator.validate(body)) {
      String at = pointer(violation.getPropertyPath());
      if (!violations.has(at)) {
        addViolation(violation, at, violations);
      }
    }
    if (violations.isEmpty()) {
      checkRules(body, "", violations);
    }
    Problems.raise(violations);
    return body;
  }

  private static void addViolation(
      ConstraintViolation<?> violation, String at, Violations violations) {
    Map<String, Object> given = violation.getConstraintDescriptor().getAttributes();
    String rule =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    switch (rule) {
      case "NotNull", "NotEmpty" -> violations.add(at, "field.missing");
      case "NotBlank" ->
          violations.add(at, violation.getInvalidValue() == null ? "field.missing" : "field.blank");
      case "Size" -> addSize(violation.getInvalidValue(), given, at, violations);
      case "Min", "DecimalMin", "PositiveOrZero" ->
          violations.add(at, "number.min", given.getOrDefault("value", 0));
      case "Max", "DecimalMax" -> violations.add(at, "number.max", given.get("value"));
      case "Digits" ->
          violations.add(at, "number.digits", given.get("integer"), given.get("fraction"));
      default -> violations.add(at, violation.getMessageTemplate().replaceAll("[{}]", ""));
    }
  }

  private static void addSize(
      Object value, Map<String, Object> given, String at, Violations violations) {
    boolean list = value instanceof List<?>;
    int size = value instanceof List<?> items ? items.size() : Texts.length(String.valueOf(value));
    String bound = size < (int) given.get("min") ? "min" : "max";
    violations.add(at, (list ? "items." : "size.") + bound, given.get(bound));
  }

  /** The rules of every part, found by walking the record as the shape was walked. */
  private static void checkRules(Object part, String at, Violations violations) {
    if (part instanceof SelfValidating checked) {
      checked.check(at, violations);
    }
    if (part instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        checkRules(items.get(i), at + "/" + i, violations);
      }
    } else if (part instanceof Record) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        checkRules(Components.get(part, component), at + "/" + component.getName(), violations);
      }
    }
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
}
