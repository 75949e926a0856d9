package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.postgresql.util.PSQLException;

/** Says in the contract's words what the database refused. */
@ApplicationScoped
public class DatabaseProblems {
  private final BrokenConstraints constraints;

  DatabaseProblems(BrokenConstraints constraints) {
    this.constraints = constraints;
  }

  /** The problem, where the refusal is one that a caller can understand. */
  public Optional<Problem> of(SQLException refused) {
    String state = refused.getSQLState() == null ? "" : refused.getSQLState();
    return switch (state) {
      case "23505", "23P01", "23503", "23001", "23514" -> constraints.problem(refused, state);
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

  /**
   * No connection, a server that is shutting down, one that takes no writes (a replica, or one that
   * is about to become the primary), one where a migration makes the past anew, or a pool with
   * nothing left (no state).
   */
  private static boolean isOutOfReach(SQLException refused, String state) {
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("53300")
        || state.equals("25006")
        || state.equals("3F000")
        || (state.isEmpty() && !(refused instanceof PSQLException));
  }
}
