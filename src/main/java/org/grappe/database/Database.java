package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Runs a query and hands over its rows: outside a transaction where there is none, inside the
 * request's own where it writes. Reads go this way rather than through entities because a page
 * costs half as much (docs/adr/0003).
 */
@ApplicationScoped
public class Database implements Statements {
  private final Connections connections;

  Database(Connections connections) {
    this.connections = connections;
  }

  /**
   * Does something long on connections that are kept for such things; the transaction must begin
   * inside of it.
   */
  public <T> T apart(Callable<T> act) throws Exception {
    return connections.apart(act);
  }

  @Override
  public <T> List<T> all(String sql, RowReader<T> reader, List<?> args) {
    try (Connection connection = connections.get()) {
      return new Sql(sql, args).all(connection, reader);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** Row after row in constant memory, within a transaction; what is done to each may write. */
  public <T> void each(String sql, RowReader<T> reader, List<?> args, Consumer<T> taker) {
    try (Connection connection = connections.get()) {
      new Sql(sql, args).each(connection, reader, (row, bytes) -> taker.accept(row));
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
    try (Connection connection = connections.get()) {
      return Snapshot.on(connection, work);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** Where questions are put to the registry as it stood at an instant, or as it is. */
  public Statements at(Optional<Instant> known) {
    return known.<Statements>map(instant -> new Past(this, instant)).orElse(this);
  }

  /** Changes rows; answers how many. */
  public int change(String sql, Object... args) {
    try (Connection connection = connections.get()) {
      return new Sql(sql, List.of(args)).change(connection);
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    }
  }

  /** Loads rows by a {@code copy … from stdin}, whose text this is; answers how many. */
  public long copy(String sql, String rows) {
    try (Connection connection = connections.get()) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows));
    } catch (SQLException failed) {
      throw new DatabaseFailure(failed);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
