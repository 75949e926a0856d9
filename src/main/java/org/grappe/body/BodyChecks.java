package org.grappe.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
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
    return read(object, null, type, new Violations());
  }

  /**
   * The same, beside faults that are known already.
   *
   * @param before what was stored until now; null for what is new
   */
  <R> R read(ObjectNode object, ObjectNode before, Class<R> type, Violations violations) {
    R body =
        new BodyBinder(ReferenceResolver.in(object, before, type, finder), violations)
            .read(object, type, "");
    // of several at one place the first is told, and always the same one
    List<BrokenConstraint> all =
        validator.validate(body).stream()
            .map(BrokenConstraint::new)
            .sorted(
                Comparator.comparing(BrokenConstraint::pointer)
                    .thenComparing(BrokenConstraint::rule))
            .toList();
    for (BrokenConstraint broken : all) {
      if (!violations.has(broken.pointer()) && !broken.isMendedBy(object)) {
        broken.tell(violations);
      }
    }
    if (violations.isEmpty()) {
      checkRules(body, "", violations);
    }
    Problems.raise(violations);
    return body;
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
}
