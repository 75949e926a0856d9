package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says in the contract's words what the database refused. A constraint's name is the key: {@code
 * uq_<table>_<column>}, {@code fk_<table>_<column>}, {@code ck_…} and {@code ex_…}.
 */
@ApplicationScoped
public class DatabaseProblems {
  /** What grows write by write has a bound too, whatever the table. */
  private static final String RECORD_LENGTH = "ck_records_length";

  private static final Pattern KEY = Pattern.compile("\\(\"?([a-z_]+)\"?\\)=\\((.*)\\)");

  /** The first column stands for all: a college is found without the cluster that goes with it. */
  private static final Pattern REFERRED =
      Pattern.compile("\\(\"?[a-z_]+\"?(?:, [a-z_\", ]+)?\\)=\\(([^,)]+)");

  private final Lookup lookup;
  private final ConstraintRegistry constraints;

  DatabaseProblems(Lookup lookup, ConstraintRegistry constraints) {
    this.lookup = lookup;
    this.constraints = constraints;
  }

  /** The problem, where the refusal is one that a caller can understand. */
  public Optional<Problem> of(SQLException refused) {
    String state = refused.getSQLState() == null ? "" : refused.getSQLState();
    return switch (state) {
      case "23505", "23P01", "23503", "23001", "23514" -> constraint(refused, state);
      case "22021" -> Optional.of(Problems.malformed("body.nul"));
      case "57014" -> Optional.of(later(ProblemType.TIMEOUT, "timeout"));
      case "40001", "40P01", "55P03" -> Optional.of(later(ProblemType.UNAVAILABLE, "conflict"));
      default -> byClass(refused, state);
    };
  }

  private static Optional<Problem> byClass(SQLException refused, String state) {
    if (isOutOfReach(refused, state)) {
      return Optional.of(later(ProblemType.UNAVAILABLE, "unavailable"));
    }
    // a value of the request that no check foresaw and no column can hold
    return state.startsWith("22")
        ? Optional.of(Problems.validationFailed("", "value.unstorable"))
        : Optional.empty();
  }

  private static Problem later(ProblemType type, String key) {
    return Problems.of(type, key).with("Retry-After", "1");
  }

  /** No connection, a server that is shutting down, or a pool with nothing left (no state). */
  private static boolean isOutOfReach(SQLException refused, String state) {
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("53300")
        || (state.isEmpty() && !(refused instanceof PSQLException));
  }

  private Optional<Problem> constraint(SQLException refused, String state) {
    ServerErrorMessage message =
        refused instanceof PSQLException told ? told.getServerErrorMessage() : null;
    String name = message == null ? null : message.getConstraint();
    if (name == null) {
      return Optional.empty();
    }
    if (name.equals(RECORD_LENGTH)) {
      return Optional.of(Problems.validationFailed("", "record.length"));
    }
    return constraints
        .problem(name)
        .map(type -> Problems.of(type, name))
        .or(() -> Optional.of(byState(state, name, message)));
  }

  private Problem byState(String state, String name, ServerErrorMessage message) {
    return switch (state) {
      case "23505" -> duplicate(name, message);
      case "23503", "23001" -> reference(name, message);
      default -> Problems.validationFailed("/" + field(name), "rule", name.replace('_', ' '));
    };
  }

  /** The other record is looked up by the value that they share, so that the answer links to it. */
  private Problem duplicate(String constraint, ServerErrorMessage message) {
    Matcher key = KEY.matcher(String.valueOf(message.getDetail()));
    if (!key.find()) {
      return Problems.of(ProblemType.DUPLICATE, "duplicate");
    }
    return constraints.finder(constraint).isPresent()
        ? sameNumber(constraint, key.group(2))
        : duplicate(constraint.split("_")[1], key);
  }

  /** A number that records of several tables have, each of them only once. */
  private Problem sameNumber(String constraint, String number) {
    return lookup
        .holder(constraint, number)
        .map(
            other ->
                Problems.of(
                        ProblemType.DUPLICATE,
                        "duplicate.number",
                        Problems.noun(other.collection()),
                        number)
                    .with("Location", "/api/v1/" + other.collection() + "/" + other.id()))
        .orElseGet(() -> Problems.of(ProblemType.DUPLICATE, "duplicate"));
  }

  private Problem duplicate(String table, Matcher key) {
    Problem problem =
        Problems.of(
            ProblemType.DUPLICATE,
            "duplicate.of",
            Problems.noun(table),
            camelCase(key.group(1)),
            key.group(2));
    return lookup
        .by(table, key.group(1), key.group(2))
        .map(other -> problem.with("Location", "/api/v1/" + table + "/" + other.id()))
        .orElse(problem);
  }

  /** A deletion that others stand against, or a reference whose record has just gone. */
  private Problem reference(String constraint, ServerErrorMessage message) {
    String detail = String.valueOf(message.getDetail());
    Matcher key = REFERRED.matcher(detail);
    if (!detail.contains("referenced") || !key.find()) {
      return Problems.validationFailed("/" + field(constraint), "reference.gone");
    }
    return lookup
        .referring(constraint, key.group(1))
        .map(DatabaseProblems::stillReferenced)
        .orElseGet(() -> Problems.of(ProblemType.STILL_REFERENCED, "still-referenced"));
  }

  private static Problem stillReferenced(Lookup.Found by) {
    return Problems.of(
            ProblemType.STILL_REFERENCED,
            "still-referenced.by",
            Problems.noun(by.collection()),
            by.id())
        .withMember("referredToBy", by);
  }

  /** {@code fk_memberships_organisation} is about {@code organisation}. */
  private static String field(String constraint) {
    String[] parts = constraint.split("_", 3);
    return camelCase(parts.length > 2 ? parts[2] : constraint);
  }

  private static String camelCase(String column) {
    return Pattern.compile("_([a-z])")
        .matcher(column)
        .replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }
}
