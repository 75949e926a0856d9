package org.grappe.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Two acts of which the second begins when the first has written, and has not committed: both
 * orders of what a race leaves to chance.
 */
public final class Overlap {
  /** Those who wait for this connection, or for one who does. */
  private static final String WAITING =
      """
      with recursive behind(pid) as (
        select pg_backend_pid()
        union
        select l.pid from behind
        join pg_locks l on not l.granted and behind.pid = any(pg_blocking_pids(l.pid)))
      select count(*) - 1 from behind""";

  private Overlap() {}

  /**
   * What the two answer.
   *
   * @param table what the first comes to write, after what it is about; it waits there until the
   *     second waits, too, or is done
   */
  public static <T> List<T> of(
      DataSource database, String table, Callable<T> first, Callable<T> second) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Connection holder = database.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      try {
        statement.execute("lock table " + table + " in share mode");
        Future<T> one = threads.submit(first);
        await(statement, one, 1, 500);
        assertFalse(one.isDone(), "the first does not come to write " + table);
        Future<T> other = threads.submit(second);
        // less than anybody waits for a lock
        await(statement, other, 2, 50);
        holder.rollback();
        return List.of(one.get(), other.get());
      } finally {
        holder.rollback();
        holder.setAutoCommit(true);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(Statement statement, Future<?> act, int waiting, int turns)
      throws SQLException, InterruptedException {
    for (int i = 0; i < turns && !act.isDone() && waiting(statement) < waiting; i++) {
      Thread.sleep(20);
    }
  }

  private static int waiting(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(WAITING)) {
      row.next();
      return row.getInt(1);
    }
  }
}
