package org.grappe.database;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.problem.Messages;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.grappe.value.Documents;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says which constraint a write broke; its name is the key. */
@ApplicationScoped
class BrokenConstraints {
  /** What grows write by write has a bound too, whatever the table. */
  private static final String RECORD_LENGTH = "ck_records_length";

  /** The first column stands for all: a college is found without the cluster that goes with it. */
  private static final Pattern REFERRED =
      Pattern.compile("\\(\"?[a-z_]+\"?(?:, [a-z_\", ]+)?\\)=\\(([^,)]+)");

  private final ConstraintRegistry constraints;
  private final Duplicates duplicates;
  private final Referrers referrers;
  private final ConstraintFields fields;

  BrokenConstraints(
      ConstraintRegistry constraints,
      Duplicates duplicates,
      Referrers referrers,
      ConstraintFields fields) {
    this.constraints = constraints;
    this.duplicates = duplicates;
    this.referrers = referrers;
    this.fields = fields;
  }

  /** The problem; empty where no constraint is told. */
  Optional<Problem> problem(SQLException refused, String state) {
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
        .map(type -> told(Problems.of(type, name), message.getDetail()))
        .or(() -> Optional.of(byState(state, message)));
  }

  /**
   * What a trigger says of field, bound and other: it refuses what nothing could look for before.
   */
  private static Problem told(Problem problem, String detail) {
    if (detail != null && detail.startsWith("{\"")) {
      Documents.read(detail, JsonNode.class)
          .properties()
          .forEach(told -> problem.withMember(told.getKey(), told.getValue()));
    }
    return problem;
  }

  private Problem byState(String state, ServerErrorMessage broken) {
    return switch (state) {
      case "23505" -> duplicates.problem(broken);
      case "23503", "23001" -> reference(broken, String.valueOf(broken.getDetail()));
      default -> rule(broken, broken.getConstraint());
    };
  }

  /** In a sentence of its own, where there is one. */
  private Problem rule(ServerErrorMessage broken, String name) {
    return Messages.of("en").has(name)
        ? Problems.validationFailed(fields.pointer(broken), name)
        : Problems.validationFailed(fields.pointer(broken), "rule", name.replace('_', ' '));
  }

  /** A deletion that others stand against, or a reference whose record has just gone. */
  private Problem reference(ServerErrorMessage broken, String detail) {
    Matcher key = REFERRED.matcher(detail);
    if (!detail.contains("referenced") || !key.find()) {
      return Problems.validationFailed(fields.pointer(broken), "reference.gone");
    }
    return referrers
        .by(broken.getConstraint(), key.group(1))
        .map(BrokenConstraints::stillReferenced)
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
}
