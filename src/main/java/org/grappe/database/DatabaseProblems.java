package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
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
  /** The constraints whose breach has a type of its own; the sentence's key is the name. */
  private static final Map<String, ProblemType> BY_CONSTRAINT =
      Map.of(
          "ex_memberships_overlap", ProblemType.MEMBERSHIP_OVERLAP,
          "uq_memberships_application", ProblemType.MEMBERSHIP_OVERLAP,
          "ck_memberships_within_life", ProblemType.OUTSIDE_CLUSTER_LIFE,
          "ck_subsidies_payments", ProblemType.PAYMENTS_EXCEED_AMOUNT,
          "ck_subsidies_repayments", ProblemType.PAYMENTS_EXCEED_AMOUNT,
          "ck_events_within_life", ProblemType.OUTSIDE_CLUSTER_LIFE,
          "ck_shares_within_life", ProblemType.OUTSIDE_CLUSTER_LIFE,
          "uq_shares_cluster", ProblemType.ALREADY_SHARED,
          "ck_event_places_capacity", ProblemType.CAPACITY_EXCEEDED,
          "ck_cluster_places_quota", ProblemType.CAPACITY_EXCEEDED);

  /** What grows write by write has a bound too, whatever the table. */
  private static final String RECORD_LENGTH = "ck_records_length";

  private static final Pattern KEY = Pattern.compile("\\(\"?([a-z_]+)\"?\\)=\\((.*)\\)");

  /** The first column stands for all: a college is found without the cluster that goes with it. */
  private static final Pattern REFERRED =
      Pattern.compile("\\(\"?[a-z_]+\"?(?:, [a-z_\", ]+)?\\)=\\(([^,)]+)");

  private final Lookup lookup;

  DatabaseProblems(Lookup lookup) {
    this.lookup = lookup;
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
    if (BY_CONSTRAINT.containsKey(name)) {
      return Optional.of(Problems.of(BY_CONSTRAINT.get(name), name));
    }
    return Optional.of(
        switch (state) {
          case "23505" -> duplicate(name, message);
          case "23503", "23001" -> reference(name, message);
          default -> Problems.validationFailed("/" + field(name), "rule", name.replace('_', ' '));
        });
  }

  /** The other record is looked up by the value that they share, so that the answer links to it. */
  private Problem duplicate(String constraint, ServerErrorMessage message) {
    Matcher key = KEY.matcher(String.valueOf(message.getDetail()));
    if (!key.find()) {
      return Problems.of(ProblemType.DUPLICATE, "duplicate");
    }
    return constraint.equals("uq_legal_numbers")
        ? sameNumber(key.group(2))
        : duplicate(constraint.split("_")[1], key);
  }

  /** A number that an organisation has, no cluster has by itself, and the other way round. */
  private Problem sameNumber(String number) {
    return lookup
        .withNumber(number)
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
