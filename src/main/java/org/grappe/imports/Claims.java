package org.grappe.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.grappe.database.Database;
import org.grappe.database.DatabaseFailure;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/**
 * Lets files that write about the same things be taken up one after the other, and others side by
 * side. All things are claimed at once and in order, so that two files never wait for each other.
 */
@ApplicationScoped
public class Claims {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String SHORT_WAIT = "10s";
  private static final String RETRY_SECONDS = "30";
  private final Database database;

  Claims(Database database) {
    this.database = database;
  }

  /**
   * Holds these things until the transaction ends. A long file waits as long as it takes, a short
   * one, for which somebody waits, ten seconds.
   *
   * @param things a query whose one column is a text, each different
   * @throws Problem {@code unavailable} where another file holds one of them for longer
   */
  public void hold(ImportOrder order, String things) {
    patience(order.isLong() ? "0" : SHORT_WAIT);
    try {
      database.change(
          "insert into import_claims (thing) select thing from ("
              + things
              + ") wanted (thing) order by thing collate \"C\"");
    } catch (DatabaseFailure held) {
      if (isHeld(held)) {
        throw Problems.of(ProblemType.UNAVAILABLE, "import.claimed")
            .with("Retry-After", RETRY_SECONDS);
      }
      throw held;
    }
    // no one else's can be seen
    database.change("delete from import_claims");
  }

  /** From here on, how long a statement waits for what another transaction holds. */
  private void patience(String time) {
    database.one("select set_config('lock_timeout', ?, true)", row -> true, time);
  }

  private static boolean isHeld(DatabaseFailure failure) {
    return failure.getCause() instanceof SQLException refused
        && LOCK_NOT_AVAILABLE.equals(refused.getSQLState());
  }
}
