package org.grappe.database;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.postgresql.util.PSQLException;

/** What another transaction brought about, and another attempt may find gone. */
public final class Conflict {
  /** The database broke off one of those that waited for each other, or that it could not order. */
  private static final Set<String> BROKEN_OFF = Set.of("40001", "40P01");

  /**
   * What was read before another wrote it: an organisation without its new name, a calendar's event
   * that nobody knew.
   */
  private static final Set<String> READ_TOO_EARLY =
      Set.of("fk_memberships_organisation_name", "uq_events_uid");

  private Conflict() {}

  /** Whether one is among the causes. */
  public static boolean isIn(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (is(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Throwable cause) {
    if (cause instanceof SQLException refused) {
      return BROKEN_OFF.contains(String.valueOf(refused.getSQLState()))
          || READ_TOO_EARLY.contains(String.valueOf(constraint(refused)));
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
