package org.grappe.merger;

import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;

/**
 * Something that stands against an act on a merger, and the record that does, where it is one.
 *
 * @param collection of what kind the record is
 * @param name how it is called
 */
record Against(Problem problem, String collection, UUID id, String name) {

  static Against of(Problem problem) {
    return new Against(problem, null, null, null);
  }

  static Against conflict(String key, Object... args) {
    return of(Problems.of(MergerProblems.MERGER_CONFLICT, key, args));
  }
}
