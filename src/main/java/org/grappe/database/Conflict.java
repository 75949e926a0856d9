package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.postgresql.util.PSQLException;

/** What another transaction brought about, and another attempt may find gone. */
@ApplicationScoped
public class Conflict {
  /** The database broke off one of those that waited for each other, or that it could not order. */
  private static final Set<String> BROKEN_OFF = Set.of("40001", "40P01");

  private final ConstraintRegistry constraints;

  Conflict(ConstraintRegistry constraints) {
    this.constraints = constraints;
  }

  /** Whether one is among the causes. */
  public boolean isIn(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (is(cause)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(Throwable cause) {
    if (cause instanceof SQLException refused) {
      return BROKEN_OFF.contains(String.valueOf(refused.getSQLState()))
          || constraints.isRetried(String.valueOf(constraint(refused)));
    }
    // who read the older version is told so by the next attempt; who takes any, gets the newer
    return cause instanceof OptimisticLockException || cause instanceof StaleStateException;
  }

  /** Whether a lock was not to be had in time. */
  public static boolean isLockTimeout(Throwable cause) {
    return cause instanceof SQLException refused && "55P03".equals(refused.getSQLState());
  }

  private static String constraint(SQLException refused) {
    return refused instanceof PSQLException told && told.getServerErrorMessage() != null
        ? told.getServerErrorMessage().getConstraint()
        : null;
  }
}
