package org.grappe.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The database as it was at one moment, for as many statements as an answer takes. */
public final class Snapshot implements Statements {
  private static final int FETCHED_AT_ONCE = 500;
  private static final int FETCHED_AT_FIRST = 20;

  /** Of what comes from the database at once, about. */
  private static final int BYTES_AT_ONCE = 2 << 20;

  /**
   * What a snapshot shows is decided by it alone: two that are equal show the same, and a commit
   * makes every later one another. Transactions that were never flushed can give their numbers to
   * others after a crash: hence the checkpoint, which each recovery moves. A standby does not know
   * what is under way.
   */
  private static final String MARK =
      """
      select s.system_identifier || ' ' || c.timeline_id || ' ' || c.checkpoint_lsn || ' '
        || (select oid from pg_database where datname = current_database()) || ' '
        || pg_current_snapshot()
      from pg_control_system() s, pg_control_checkpoint() c
      where not pg_is_in_recovery()\
      """;

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  /** What is asked of it. */
  public interface Work<T> {
    T of(Snapshot snapshot);
  }

  /** In one read-only transaction; the connection is as it was afterwards. */
  static <T> T on(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      try (var statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read, read only");
      }
      return work.of(new Snapshot(connection));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** As they came; nothing is copied for it. */
  private static int bytes(ResultSet rows, int columns) throws SQLException {
    int bytes = 1;
    for (int i = 1; i <= columns; i++) {
      byte[] value = rows.getBytes(i);
      bytes += value == null ? 0 : value.length;
    }
    return bytes;
  }

  /** Which moment it is: an equal mark later on says that nothing has been committed since. */
  public Optional<String> mark() {
    return mark(this);
  }

  static Optional<String> mark(Statements statements) {
    return statements.all(MARK, row -> row.getString(1), List.of()).stream().findFirst();
  }

  @Override
  public <T> List<T> all(String sql, RowReader<T> reader, List<?> args) {
    try {
      return Database.all(connection, sql, reader, args);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** What becomes of a row that had so many bytes. */
  public interface Taker<T> {
    void take(T item, int bytes);
  }

  /** Row after row in constant memory: the longer they are, the fewer are fetched at once. */
  public <T> void each(String sql, RowReader<T> reader, List<?> args, Taker<T> taker) {
    try {
      each(connection, sql, reader, args, taker);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** The same within whatever transaction the connection is in. */
  static <T> void each(
      Connection connection, String sql, RowReader<T> reader, List<?> args, Taker<T> taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED_AT_FIRST);
      Database.bind(connection, statement, args);
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        int longest = 1;
        while (rows.next()) {
          int bytes = bytes(rows, columns);
          longest = Math.max(longest - longest / 64, bytes);
          rows.setFetchSize(Math.max(1, Math.min(FETCHED_AT_ONCE, BYTES_AT_ONCE / longest)));
          taker.take(reader.read(rows), bytes);
        }
      }
    }
  }
}
