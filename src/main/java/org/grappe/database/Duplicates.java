package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.postgresql.util.ServerErrorMessage;

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

  /** The problem, by what the database tells of the value. */
  Problem problem(ServerErrorMessage broken) {
    String constraint = broken.getConstraint();
    Matcher key = KEY.matcher(String.valueOf(broken.getDetail()));
    if (!key.find()) {
      return Problems.of(ProblemType.DUPLICATE, "duplicate");
    }
    return constraints.finder(constraint).isPresent()
        ? ofOne(constraint, key.group(1), key.group(2))
        : of(broken.getTable(), key.group(1), key.group(2));
  }

  /** What only one has, wherever it is kept: a number, or a slug that somebody had. */
  private Problem ofOne(String constraint, String column, String value) {
    return lookup
        .holder(constraint, value)
        .map(other -> linked(heldBy(other, column, value), other.collection(), other))
        .orElseGet(() -> Problems.of(ProblemType.DUPLICATE, "duplicate"));
  }

  private static Problem heldBy(Lookup.Found other, String column, String value) {
    Object noun = Problems.noun(other.collection());
    return column.equals("number")
        ? Problems.of(ProblemType.DUPLICATE, "duplicate.number", noun, value)
        : Problems.of(
            ProblemType.DUPLICATE, "duplicate.of", noun, ConstraintFields.field(column), value);
  }

  private Problem of(String table, String column, String value) {
    String collection = constraints.collection(table);
    Problem problem =
        Problems.of(
            ProblemType.DUPLICATE,
            "duplicate.of",
            Problems.noun(collection),
            ConstraintFields.field(column),
            value);
    return lookup
        .by(table, column, value)
        .map(other -> linked(problem, collection, other))
        .orElse(problem);
  }

  private static Problem linked(Problem problem, String collection, Lookup.Found other) {
    return problem.with("Location", "/api/v1/" + collection + "/" + other.id());
  }
}
