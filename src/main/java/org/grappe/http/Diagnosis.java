package org.grappe.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.grappe.database.DatabaseProblems;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

/** Finds the problem in whatever was thrown, however deep in its causes it lies. */
@ApplicationScoped
class Diagnosis {
  private static final Logger LOG = Logger.getLogger(Diagnosis.class);
  private final DatabaseProblems database;

  Diagnosis(DatabaseProblems database) {
    this.database = database;
  }

  /** The problem to tell; what no one foresaw is our own fault and goes to the log. */
  Problem of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Optional<Problem> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return isOutOfTime(thrown) ? timeout() : unforeseen(thrown);
  }

  /** A transaction that was ended because its time was over; nothing else ends one unasked. */
  private static boolean isOutOfTime(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RollbackException) {
        return true;
      }
    }
    return false;
  }

  private static Problem timeout() {
    return Problems.of(ProblemType.TIMEOUT, "timeout").with("Retry-After", "1");
  }

  private Optional<Problem> known(Throwable cause) {
    if (cause instanceof Problem problem) {
      return Optional.of(problem);
    }
    if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
      return Optional.of(Problems.header(ProblemType.STALE_VERSION, "If-Match", "stale-version"));
    }
    if (cause instanceof RejectedExecutionException
        || cause instanceof CancellationException
        || cause instanceof ClosedChannelException) {
      // nobody is there to serve it, or to be served
      return Optional.of(Problems.of(ProblemType.UNAVAILABLE, "busy").with("Retry-After", "1"));
    }
    return cause instanceof SQLException refused ? database.of(refused) : Optional.empty();
  }

  Problem unforeseen(Throwable thrown) {
    LOG.error("A request failed for no fault of its own\n" + Traces.of(thrown));
    return Problems.of(ProblemType.INTERNAL_ERROR, "internal-error");
  }
}
