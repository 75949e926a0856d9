package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Runs a query and hands over its rows: outside a transaction where there is none, inside the
 * request's own where it writes. Reads go this way rather than through entities because a page
 * costs half as much (docs/adr/0003).
 */
@ApplicationScoped
public class Database implements Statements {
  private static final ThreadLocal<Boolean> APART = ThreadLocal.withInitial(() -> false);
  private final DataSource shared;
  private final DataSource own;

  Database(DataSource shared, @io.quarkus.agroal.DataSource("imports") DataSource own) {
    this.shared = shared;
    this.own = own;
  }

  /**
   * Does something long on connections that are kept for such things; the transaction must begin
   * inside of it.
   */
  public <T> T apart(Callable<T> act) throws Exception {
    boolean before = APART.get();
    APART.set(true);
    try {
      return act.call();
    } finally {
      APART.set(before);
    }
  }

  private Connection connection() throws SQLException {
    return (APART.get() ? own : shared).getConnection();
  }

  @Override
  public <T> List<T> all(String sql, RowReader<T> reader, List<?> args) {
    try (Connection connection = connection()) {
      return all(connection, sql, reader, args);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  static <T> List<T> all(Connection connection, String sql, RowReader<T> reader, List<?> args)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, args);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  /** Row after row in constant memory, within a transaction; what is done to each may write. */
  public <T> void each(String sql, RowReader<T> reader, List<?> args, Consumer<T> taker) {
    try (Connection connection = connection()) {
      Snapshot.each(connection, sql, reader, args, (row, bytes) -> taker.accept(row));
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> one(String sql, RowReader<T> reader, Object... args) {
    return all(sql, reader, List.of(args)).stream().findFirst();
  }

  /** Asks as much as one answer takes of the database as it is at one moment. */
  public <T> T snapshot(Snapshot.Work<T> work) {
    try (Connection connection = connection()) {
      return Snapshot.on(connection, work);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** The moment that it is now, as a snapshot's {@link Snapshot#mark()} says it. */
  public Optional<String> mark() {
    return Snapshot.mark(this);
  }

  /** Changes rows; answers how many. */
  public int change(String sql, Object... args) {
    try (Connection connection = connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, List.of(args));
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** Loads rows by a {@code copy … from stdin}, whose text this is; answers how many. */
  public long copy(String sql, String rows) {
    try (Connection connection = connection()) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows));
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  static void bind(Connection connection, PreparedStatement statement, List<?> args)
      throws SQLException {
    for (int i = 0; i < args.size(); i++) {
      statement.setObject(i + 1, sqlValue(connection, args.get(i)));
    }
  }

  private static Object sqlValue(Connection connection, Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof List<?> list) {
      // an empty one is of any type (stringtype=unspecified)
      return list.isEmpty()
          ? "{}"
          : connection.createArrayOf(list.get(0) instanceof UUID ? "uuid" : "text", list.toArray());
    }
    return value;
  }
}
