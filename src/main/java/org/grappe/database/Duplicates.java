package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Says what another record has already. It is looked up by the value that they share, so that the
 * answer links to it.
 */
@ApplicationScoped
class Duplicates {
  private static final Pattern KEY = Pattern.compile("\\(\"?([a-z_]+)\"?\\)=\\((.*)\\)");
  private final Lookup lookup;
  private final ConstraintRegistry constraints;

  Duplicates(Lookup lookup, ConstraintRegistry constraints) {
    this.lookup = lookup;
    this.constraints = constraints;
  }

  /**
   * The problem.
   *
   * @param detail what the database tells of the value
   */
  Problem problem(String constraint, String detail) {
    Matcher key = KEY.matcher(detail);
    if (!key.find()) {
      return Problems.of(ProblemType.DUPLICATE, "duplicate");
    }
    return constraints.finder(constraint).isPresent()
        ? ofNumber(constraint, key.group(2))
        : of(new ConstraintName(constraint).table(), key.group(1), key.group(2));
  }

  /** A number that records of several tables have, each of them only once. */
  private Problem ofNumber(String constraint, String number) {
    return lookup
        .holder(constraint, number)
        .map(
            other ->
                linked(
                    Problems.of(
                        ProblemType.DUPLICATE,
                        "duplicate.number",
                        Problems.noun(other.collection()),
                        number),
                    other.collection(),
                    other))
        .orElseGet(() -> Problems.of(ProblemType.DUPLICATE, "duplicate"));
  }

  private Problem of(String table, String column, String value) {
    Problem problem =
        Problems.of(
            ProblemType.DUPLICATE,
            "duplicate.of",
            Problems.noun(table),
            ConstraintName.field(column),
            value);
    return lookup
        .by(table, column, value)
        .map(other -> linked(problem, table, other))
        .orElse(problem);
  }

  private static Problem linked(Problem problem, String collection, Lookup.Found other) {
    return problem.with("Location", "/api/v1/" + collection + "/" + other.id());
  }
}
