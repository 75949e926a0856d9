package org.grappe.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The database as it was at one moment, for as many statements as an answer takes. */
public final class Snapshot implements Statements {
  /** Plans of statements that tell the past are none of those that tell the present. */
  private static final String PAST = "/* past */ ";

  private final Connection connection;
  private boolean past;

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

  /** From here on its statements tell the registry as it stood at an instant. */
  public void lookBack(Instant known) {
    if (!past) {
      all("select past.look_back(?)", row -> true, List.of(known.atOffset(ZoneOffset.UTC)));
      past = true;
    }
  }

  @Override
  public <T> List<T> all(String sql, RowReader<T> reader, List<?> args) {
    try {
      return new Sql(told(sql), args).all(connection, reader);
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
      new Sql(told(sql), args).each(connection, reader, taker);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  private String told(String sql) {
    return past ? PAST + sql : sql;
  }
}
