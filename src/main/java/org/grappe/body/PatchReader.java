package org.grappe.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.grappe.problem.Problem;
import org.grappe.value.Documents;
import org.grappe.value.Violations;

/** Reads what a merge patch makes of a record (RFC 7396). */
@ApplicationScoped
public class PatchReader {
  private final BodyChecks checks;

  PatchReader(BodyChecks checks) {
    this.checks = checks;
  }

  /**
   * What the patch makes of it, or the very same where that says nothing new.
   *
   * @param completed adds what is kept of the record that no request says
   * @param answered what a reader gets of the record until now
   * @throws Problem {@code validation-failed}
   */
  public <R extends Record> R read(
      R before,
      Class<R> type,
      MergePatch patch,
      BinaryOperator<R> completed,
      Supplier<?> answered) {
    Violations violations = Violations.of(names(patch.patch()));
    UnknownMembers.refuse(patch.patch(), type, "", violations);
    ObjectNode stored = Documents.MAPPER.valueToTree(before);
    MergePatch said = AsAnswered.withoutLists(patch.of(type), answered);
    R read = checks.read(said.applyTo(stored), stored, type, violations);
    R next = completed.apply(before, read);
    return AsAnswered.repeats(said, before, next, answered) ? before : next;
  }

  private static Set<String> names(ObjectNode patch) {
    Set<String> names = new HashSet<>();
    patch.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
